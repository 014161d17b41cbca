package io.likewire.gateway.lists;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/**
 * Tags of answers that are sent compressed: other bytes need another tag (RFC 9110, 8.8.3.3). It stays a strong one, so that
 * browsers, which take everything compressed, can use it in If-Match.
 */
public final class CompressedTag {
    private static final String SUFFIX = "-gzip";
    private static final Pattern REFUSED = Pattern.compile("(?:gzip|\\*)\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$)");

    private CompressedTag() {}

    /** The tag for this caller, who may get the answer compressed. */
    public static String of(HttpServerRequest request, String tag) {
        return takesGzip(request) ? of(tag) : tag;
    }

    /** The tag of the compressed form. */
    public static String of(String tag) {
        return tag.substring(0, tag.length() - 1) + SUFFIX + '"';
    }

    public static boolean takesGzip(HttpServerRequest request) {
        String taken = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return taken != null
                && (taken.contains("gzip") || taken.contains("*"))
                && !REFUSED.matcher(taken).find();
    }

    /** What the tag says of the thing itself. */
    static String plain(String opaque) {
        return opaque.endsWith(SUFFIX) ? opaque.substring(0, opaque.length() - SUFFIX.length()) : opaque;
    }
}
