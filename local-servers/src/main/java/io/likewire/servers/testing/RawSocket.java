package io.likewire.servers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection to a gateway whose bytes are written by hand, and which reads only what it is told to. */
public final class RawSocket implements AutoCloseable {
    public static final String PLAIN = "/eventbus/websocket";
    public static final String FRAMED = "/eventbus/000/abcdefgh/websocket";
    private static final int PATIENCE_MS = 30_000;
    private static final int SMALL = 4_096;
    private final Socket socket = new Socket();
    private final StringBuilder heard = new StringBuilder();
    private boolean framed;

    /** With a buffer that is soon full. */
    public RawSocket(URI gateway) {
        try {
            socket.setReceiveBufferSize(SMALL);
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A WebSocket that has been let in. */
    public static RawSocket open(int port, String path) {
        RawSocket socket = new RawSocket(URI.create("http://127.0.0.1:" + port)).upgrade(path);
        socket.hears("\r\n\r\n");
        return socket;
    }

    /** Asks for a WebSocket; what is said next is frames. */
    public RawSocket upgrade(String path, String... headers) {
        framed = !path.equals(PLAIN);
        String head = RawBytes.head("GET", path, headers);
        send(head.substring(0, head.length() - 2)
                + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        return this;
    }

    /** Says a message as its transport wraps it; false once the other side has hung up. */
    public boolean say(String message) {
        return send(RawBytes.text(framed ? RawBytes.wrapped(message) : message));
    }

    public boolean send(String text) {
        return send(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** False once the other side has hung up. */
    public boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** Takes what is there, up to so many bytes; false once the other side has hung up. */
    public boolean take(int most) {
        try {
            int there = Math.min(most, socket.getInputStream().available());
            heard.append(new String(socket.getInputStream().readNBytes(there), StandardCharsets.ISO_8859_1));
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
    public boolean hears(String words) {
        try {
            byte[] some = new byte[SMALL];
            while (heard.indexOf(words) < 0) {
                int length = socket.getInputStream().read(some);
                if (length < 0) {
                    return false;
                }
                heard.append(new String(some, 0, length, StandardCharsets.ISO_8859_1));
            }
            heard.setLength(0);
            return true;
        } catch (SocketTimeoutException silent) {
            throw new UncheckedIOException(silent);
        } catch (IOException reset) {
            return false;
        }
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
