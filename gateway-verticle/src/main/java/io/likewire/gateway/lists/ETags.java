package io.likewire.gateway.lists;

import io.likewire.contracts.products.EncodedProduct;
import io.likewire.gateway.edge.Gzip;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Entity tags of our answers. */
public final class ETags {
    private static final String COMPRESSED = "-gzip";

    private ETags() {}

    /** Changes with the product and with its likes. */
    public static String of(EncodedProduct product) {
        return "\"" + product.version() + "-" + product.likesVersion() + "\"";
    }

    /** Two different checksums, both computed by the processor: 64 bits that nobody needs to trust. */
    static String of(Buffer json) {
        byte[] bytes = json.getBytes();
        CRC32 first = new CRC32();
        CRC32C second = new CRC32C();
        first.update(bytes);
        second.update(bytes);
        return "\"" + Long.toHexString(first.getValue() << 32 | second.getValue()) + "\"";
    }

    /**
     * The tag for this caller, who may get the answer compressed: other bytes need another tag (RFC 9110, 8.8.3.3). It stays a
     * strong one, so that browsers, which take everything compressed, can use it in If-Match.
     */
    public static String of(HttpServerRequest request, String tag) {
        return Gzip.isTaken(request) ? compressed(tag) : tag;
    }

    /** The tag of the compressed form. */
    public static String compressed(String tag) {
        return tag.substring(0, tag.length() - 1) + COMPRESSED + '"';
    }

    /** What the tag says of the thing itself. */
    static String plain(String opaque) {
        return opaque.endsWith(COMPRESSED) ? opaque.substring(0, opaque.length() - COMPRESSED.length()) : opaque;
    }
}
