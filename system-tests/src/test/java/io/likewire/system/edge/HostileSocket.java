package io.likewire.system.edge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** A WebSocket that asks for what is nobody's, or breaks the protocol. */
record HostileSocket(Socket socket, Random random) implements AutoCloseable {
    static final String SECRET = "likewire.secret";
    private static final List<String> TYPES = List.of("send", "publish", "register", "unregister", "none");
    private static final List<String> ADDRESSES = List.of(
            SECRET, "likewire.products", "likewire.likes", "likewire.push.likes", "__vertx.subs", "likes.-7", "", "x");

    static HostileSocket open(URI gateway, Random random) throws IOException {
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setTcpNoDelay(true);
        String path = random.nextBoolean() ? "/eventbus/websocket" : "/eventbus/000/abcdefgh/websocket";
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new HostileSocket(socket, random);
    }

    /** How many could be said before the other side hung up. */
    int say(int frames) {
        for (int said = 0; said < frames; said++) {
            try {
                socket.getOutputStream().write(next());
                InputStream in = socket.getInputStream();
                in.skipNBytes(in.available());
            } catch (IOException hungUp) {
                return said;
            }
        }
        return frames;
    }

    private byte[] next() throws IOException {
        byte[] message = message().getBytes(StandardCharsets.UTF_8);
        int first = random.nextInt(40) == 0 ? random.nextInt(256) : 0x81;
        if (random.nextInt(40) == 0) {
            random.nextBytes(message);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(first);
        out.write(0x80 | 126);
        out.writeShort(message.length);
        out.writeInt(0);
        out.write(message);
        return bytes.toByteArray();
    }

    private String message() {
        String message = "{\"type\":\"%s\",\"address\":\"%s\",\"headers\":{\"action\":\"%s\"},\"body\":%s}"
                .formatted(
                        pick(TYPES), pick(ADDRESSES), pick(List.of("create", "like")), "[".repeat(random.nextInt(60)));
        return random.nextBoolean() ? message : "[\"" + message.replace("\"", "\\\"") + "\"]";
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
