package io.likewire.gateway.live;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A WebSocket whose bytes are written by hand, right or wrong. */
final class RawSocket implements AutoCloseable {
    static final String PLAIN = "/eventbus/websocket";
    static final String FRAMED = "/eventbus/000/abcdefgh/websocket";
    static final int FINAL = 0x80;
    static final int TEXT = 1;
    private static final int MASKED = 0x80;
    private static final int PATIENCE_MS = 30_000;
    private static final int USUAL_BUFFER = 64 * 1024;
    private final Socket socket = new Socket();
    private final boolean framed;
    private final StringBuilder heard = new StringBuilder();

    RawSocket(int port, String uri) {
        this(port, uri, USUAL_BUFFER);
    }

    /** @param buffer for what nobody reads yet; a small one is soon full */
    RawSocket(int port, String uri, int buffer) {
        framed = !uri.equals(PLAIN);
        try {
            socket.setReceiveBufferSize(buffer);
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            write(("GET " + uri + " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            hears("\r\n\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param first the first byte: flags and kind */
    static byte[] frame(int first, byte[] payload) {
        return frame(first, MASKED, payload.length, payload);
    }

    static byte[] text(String text) {
        return frame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param length what the frame says of its length, true or not */
    static byte[] frame(int first, int mask, long length, byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            out.write(first);
            if (length >= 0 && length < 126) {
                out.write(mask | (int) length);
            } else if (length >= 126 && length < 1 << 16) {
                out.write(mask | 126);
                out.writeShort((int) length);
            } else {
                out.write(mask | 127);
                out.writeLong(length);
            }
            if (mask != 0) {
                out.writeInt(0);
            }
            out.write(payload);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says a message as its transport wraps it; false once the other side has hung up. */
    boolean say(String message) {
        return write(text(framed ? wrapped(message) : message));
    }

    static String wrapped(String message) {
        return "[\"" + message.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    /** False once the other side has hung up. */
    boolean write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** Waits for these words; false when the other side hangs up before. */
    boolean hears(String words) throws IOException {
        while (heard.indexOf(words) < 0) {
            if (!read()) {
                return false;
            }
        }
        heard.setLength(0);
        return true;
    }

    /** Whether these words are among what has come meanwhile. */
    boolean hasHeard(String words) throws IOException {
        InputStream in = socket.getInputStream();
        String fresh = new String(in.readNBytes(in.available()), StandardCharsets.ISO_8859_1);
        return fresh.contains(words);
    }

    /** Whether the other side hangs up. */
    boolean isHungUp() {
        try {
            while (read()) {
                heard.setLength(0);
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Whatever has come so far is thrown away. */
    void ignore() {
        try {
            InputStream in = socket.getInputStream();
            in.skipNBytes(in.available());
        } catch (IOException hungUp) {
            // the next write finds out
        }
    }

    private boolean read() throws IOException {
        byte[] some = new byte[4_096];
        int length = socket.getInputStream().read(some);
        heard.append(new String(some, 0, Math.max(0, length), StandardCharsets.ISO_8859_1));
        return length >= 0;
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
