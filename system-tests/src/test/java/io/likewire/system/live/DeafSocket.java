package io.likewire.system.live;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A socket that talks and never reads. */
final class DeafSocket implements AutoCloseable {
    private static final int FINAL_TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int SMALL = 4_096;
    private static final String FEED = "\"address\":\"likes\"}";
    private static final String REGISTER = "{\"type\":\"register\"," + FEED;
    private static final String UNREGISTER = "{\"type\":\"unregister\"," + FEED;
    private final Socket socket = new Socket();

    private DeafSocket(URI gateway) throws IOException {
        socket.setReceiveBufferSize(SMALL);
        socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
        String handshake =
                "GET /eventbus/websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
    }

    static DeafSocket open(URI gateway) {
        try {
            return new DeafSocket(gateway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for what changed lately, as many times; false once the other side has hung up. */
    boolean talk(int times) {
        try {
            ByteArrayOutputStream frames = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(frames);
            for (int i = 0; i < times; i++) {
                say(out, REGISTER);
                say(out, UNREGISTER);
            }
            socket.getOutputStream().write(frames.toByteArray());
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    private static void say(DataOutputStream out, String frame) throws IOException {
        out.write(FINAL_TEXT);
        out.write(MASKED | frame.length());
        out.writeInt(0);
        out.writeBytes(frame);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
