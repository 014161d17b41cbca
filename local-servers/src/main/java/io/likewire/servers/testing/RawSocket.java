package io.likewire.servers.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A connection to a gateway whose bytes are written by hand, right or wrong, and which reads only what it is told to. */
public final class RawSocket implements AutoCloseable {
    public static final String PLAIN = "/eventbus/websocket";
    public static final String FRAMED = "/eventbus/000/abcdefgh/websocket";
    public static final int FINAL = 0x80;
    public static final int TEXT = 1;
    public static final int PING = 9;
    private static final int MASKED = 0x80;
    private static final int PATIENCE_MS = 30_000;
    private static final int SMALL = 4_096;
    private static final int USUAL = 64 * 1024;
    private final Socket socket = new Socket();
    private final StringBuilder heard = new StringBuilder();
    private boolean framed;

    /** With a buffer that is soon full. */
    public RawSocket(final URI gateway) {
        this(new InetSocketAddress(gateway.getHost(), gateway.getPort()), SMALL);
    }

    private RawSocket(final InetSocketAddress gateway, final int buffer) {
        try {
            socket.setReceiveBufferSize(buffer);
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
            socket.connect(gateway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that has been let in. */
    public static RawSocket open(final int port, final String path) {
        return open(port, path, USUAL);
    }

    /** @param buffer for what nobody reads yet; a small one is soon full */
    public static RawSocket open(final int port, final String path, final int buffer) {
        final RawSocket socket = new RawSocket(new InetSocketAddress("127.0.0.1", port), buffer).upgrade(path);
        socket.hears("\r\n\r\n");
        return socket;
    }

    /** Whole heads of requests. @param headers lines */
    public static String head(final String method, final String path, final String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: x\r\n"
                + Arrays.stream(headers).map(line -> line + "\r\n").collect(Collectors.joining()) + "\r\n";
    }

    /** Asks for a WebSocket; what is said next is frames. */
    public RawSocket upgrade(final String path, final String... headers) {
        framed = !path.equals(PLAIN);
        final String head = head("GET", path, headers);
        send(head.substring(0, head.length() - 2)
                + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        return this;
    }

    public static byte[] text(final String text) {
        return frame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param first the first byte: flags and kind */
    public static byte[] frame(final int first, final byte[] payload) {
        return frame(first, MASKED, payload.length, payload);
    }

    /** @param length what the frame says of its length, true or not */
    public static byte[] frame(final int first, final int mask, final long length, final byte[] payload) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream out = new DataOutputStream(bytes);
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

    /** All of it, so many times. */
    public static byte[] several(final int times, final byte[]... frames) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        IntStream.range(0, times).forEach(time -> Arrays.stream(frames).forEach(bytes::writeBytes));
        return bytes.toByteArray();
    }

    /** As SockJS has it. */
    public static String wrapped(final String message) {
        return "[\"" + message.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    /** Says a message as its transport wraps it; false once the other side has hung up. */
    public boolean say(final String message) {
        return send(text(framed ? wrapped(message) : message));
    }

    public boolean send(final String text) {
        return send(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** False once the other side has hung up. */
    public boolean send(final byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** Takes what is there, up to so many bytes; false once the other side has hung up. */
    public boolean take(final int most) {
        try {
            final InputStream in = socket.getInputStream();
            final byte[] bytes = in.readNBytes(Math.min(most, in.available()));
            heard.append(new String(bytes, StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** Everything that was taken and not yet thrown away, with what is there. */
    public String heard() {
        take(Integer.MAX_VALUE);
        return heard.toString();
    }

    /** Whatever has come so far is thrown away. */
    public void ignore() {
        take(Integer.MAX_VALUE);
        heard.setLength(0);
    }

    /** Waits for these words, and throws away what has come with them; false when the other side hangs up before. */
    public boolean hears(final String words) {
        try {
            while (heard.indexOf(words) < 0) {
                if (!read()) {
                    return false;
                }
            }
            heard.setLength(0);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other side hangs up. */
    public boolean isHungUp() {
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

    private boolean read() throws IOException {
        final byte[] some = new byte[SMALL];
        final int length = socket.getInputStream().read(some);
        heard.append(new String(some, 0, Math.max(0, length), StandardCharsets.ISO_8859_1));
        return length >= 0;
    }

    /** Without a goodbye. */
    public void cut() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // as it should be
        }
        close();
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
