package io.likewire.gateway.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the jar in both forms in which it is sent.
 *
 * @param packed with gzip; null where that gains little
 * @param tag of its bytes, in quotes
 */
record PackagedFile(Buffer plain, Buffer packed, CharSequence type, String tag) {
    private static final Map<String, CharSequence> TYPES = Map.of(
            "html", HttpHeaders.createOptimized("text/html; charset=utf-8"),
            "js", HttpHeaders.createOptimized("text/javascript; charset=utf-8"),
            "css", HttpHeaders.createOptimized("text/css; charset=utf-8"),
            "svg", HttpHeaders.createOptimized("image/svg+xml"),
            "map", HttpHeaders.createOptimized("application/json"),
            "webmanifest", HttpHeaders.createOptimized("application/manifest+json"),
            "png", HttpHeaders.createOptimized("image/png"),
            "ico", HttpHeaders.createOptimized("image/x-icon"));
    private static final int TAG_BYTES = 12;

    /** Of the plain form: for less it is not worth unpacking. */
    private static final double MOST = 0.9;

    /** Null for files that are none of our business, whatever they contain. */
    static CharSequence type(String path) {
        return TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    }

    static PackagedFile of(CharSequence type, Buffer plain) {
        Buffer packed = pack(plain);
        return new PackagedFile(plain, packed.length() < plain.length() * MOST ? packed : null, type, tag(plain));
    }

    private static Buffer pack(Buffer plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain.getBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static String tag(Buffer plain) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes());
            return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
