package io.likewire.contracts.bus;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A client's {@code Idempotency-Key}, and the request that it stands for. Both are SHA-256 in hexadecimal digits: the key
 * itself, which may name somebody, goes no further than the edge.
 *
 * @param id of the caller and the key: two callers with the same key have nothing to do with each other
 * @param request of method, path and body: the same key for another request is refused
 */
public record RequestKey(String id, String request) {
    private static final HexFormat HEX = HexFormat.of();
    private static final int DIGITS = 64;

    /**
     * @param caller whose key it is; the same for all requests of one caller
     * @param key as the client means it, without quotes
     */
    public static RequestKey of(String caller, String key, String method, String path, Buffer body) {
        return new RequestKey(digest(bytes(caller), bytes(key)), digest(bytes(method), bytes(path), body.getBytes()));
    }

    /** The bytes of {@link #id}, as stored. */
    public Buffer idBytes() {
        return Buffer.buffer(HEX.parseHex(id));
    }

    /** The bytes of {@link #request}, as stored. */
    public Buffer requestBytes() {
        return Buffer.buffer(HEX.parseHex(request));
    }

    /** The wire form: the digits of both. */
    @Override
    public String toString() {
        return id + request;
    }

    /** @throws IllegalArgumentException unless {@code text} has 128 hexadecimal digits */
    public static RequestKey parse(String text) {
        if (text.length() != 2 * DIGITS || !text.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("Expected 128 hexadecimal digits, but got " + text.length());
        }
        return new RequestKey(text.substring(0, DIGITS), text.substring(DIGITS));
    }

    /** Each part goes in with its length, so that no two lists of parts look alike. */
    private static String digest(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                sha.update(part);
            }
            return HEX.formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
