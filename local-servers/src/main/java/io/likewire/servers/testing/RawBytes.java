package io.likewire.servers.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a {@link RawSocket} may say: heads of requests, and frames of WebSockets, right or wrong. */
public final class RawBytes {
    public static final int FINAL = 0x80;
    public static final int TEXT = 1;
    public static final int PING = 9;
    private static final int MASKED = 0x80;

    private RawBytes() {}

    /** Whole heads of requests. @param headers lines */
    public static String head(String method, String path, String... headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: x\r\n"
                + Arrays.stream(headers).map(line -> line + "\r\n").collect(Collectors.joining()) + "\r\n";
    }

    public static byte[] text(String text) {
        return frame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param first the first byte: flags and kind */
    public static byte[] frame(int first, byte[] payload) {
        return frame(first, MASKED, payload.length, payload);
    }

    /** @param length what the frame says of its length, true or not */
    public static byte[] frame(int first, int mask, long length, byte[] payload) {
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

    /** All of it, so many times. */
    public static byte[] several(int times, byte[]... frames) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        IntStream.range(0, times).forEach(time -> Arrays.stream(frames).forEach(bytes::writeBytes));
        return bytes.toByteArray();
    }

    /** As SockJS has it. */
    public static String wrapped(String message) {
        return "[\"" + message.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }
}
