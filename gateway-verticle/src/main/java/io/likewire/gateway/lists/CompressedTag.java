package io.likewire.gateway.lists;

import io.likewire.gateway.edge.Gzip;
import io.vertx.core.http.HttpServerRequest;

/**
 * Tags of answers that are sent compressed: other bytes need another tag (RFC 9110, 8.8.3.3). It stays a strong one, so that
 * browsers, which take everything compressed, can use it in If-Match.
 */
public final class CompressedTag {
    private static final String SUFFIX = "-gzip";

    private CompressedTag() {}

    /** The tag for this caller, who may get the answer compressed. */
    public static String of(HttpServerRequest request, String tag) {
        return Gzip.isTaken(request) ? of(tag) : tag;
    }

    /** The tag of the compressed form. */
    public static String of(String tag) {
        return tag.substring(0, tag.length() - 1) + SUFFIX + '"';
    }

    /** What the tag says of the thing itself. */
    static String plain(String opaque) {
        return opaque.endsWith(SUFFIX) ? opaque.substring(0, opaque.length() - SUFFIX.length()) : opaque;
    }
}
