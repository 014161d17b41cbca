package io.likewire.system.rig;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A connection to a gateway whose bytes are written by hand, and which reads only what it is told to. */
public final class RawClient implements AutoCloseable {
    public static final int TEXT = 0x81;
    public static final int PING = 0x89;
    public static final String RAW = "/eventbus/websocket";
    public static final String FRAMED = "/eventbus/000/abcdefgh/websocket";
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES_OF_LENGTH = 126;
    private static final int SMALL = 4_096;
    private final Socket socket = new Socket();
    private final StringBuilder heard = new StringBuilder();

    /** With a buffer that is soon full. */
    public RawClient(URI gateway) {
        try {
            socket.setReceiveBufferSize(SMALL);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole heads of requests. @param headers lines */
    public static String head(String method, String path, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: x\r\n"
                + String.join(
                        "", Arrays.stream(headers).map(line -> line + "\r\n").toList()) + "\r\n";
    }

    /** Asks for a WebSocket; what is said next is frames. */
    public RawClient upgrade(String path, String... headers) {
        String head = head("GET", path, headers);
        send(head.substring(0, head.length() - 2)
                + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        return this;
    }

    /** @param first the first byte: flags and kind */
    public static byte[] frame(int first, byte[] payload) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(first);
            if (payload.length < TWO_BYTES_OF_LENGTH) {
                out.write(MASKED | payload.length);
            } else {
                out.write(MASKED | TWO_BYTES_OF_LENGTH);
                out.writeShort(payload.length);
            }
            out.writeInt(0);
            out.write(payload);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] text(String message) {
        return frame(TEXT, message.getBytes(StandardCharsets.UTF_8));
    }

    /** All of it, so many times. */
    public static byte[] several(int times, byte[]... frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        IntStream.range(0, times).forEach(time -> Arrays.stream(frames).forEach(bytes::writeBytes));
        return bytes.toByteArray();
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
            InputStream in = socket.getInputStream();
            byte[] bytes = in.readNBytes(Math.min(most, in.available()));
            heard.append(new String(bytes, StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** Everything that was taken. */
    public String heard() {
        take(Integer.MAX_VALUE);
        return heard.toString();
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
