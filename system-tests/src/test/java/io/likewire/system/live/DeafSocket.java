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
    private static final String NONSENSE = "{\"type\":\"register\",\"address\":\"x\"}";
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

    /** Says something that has to be answered, as many times; false once the other side has hung up. */
    boolean talk(int times) {
        try {
            ByteArrayOutputStream frames = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(frames);
            for (int i = 0; i < times; i++) {
                out.write(FINAL_TEXT);
                out.write(MASKED | NONSENSE.length());
                out.writeInt(0);
                out.writeBytes(NONSENSE);
            }
            socket.getOutputStream().write(frames.toByteArray());
            return true;
        } catch (IOException hungUp) {
            return false;
        }
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
