package io.likewire.gateway.lists;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What If-Match or If-None-Match names (RFC 9110, 13.1): tags, or whatever there is.
 *
 * @param any the header was {@code *}
 */
record EntityTags(boolean any, List<EntityTag> tags) {
    private static final EntityTags ANY = new EntityTags(true, List.of());

    /** Of a header that may have several lines; nothing when it is there and can't be read. */
    static Optional<EntityTags> of(HttpServerRequest request, CharSequence header) {
        return parse(String.join(",", request.headers().getAll(header)));
    }

    static Optional<EntityTags> parse(String text) {
        if (text.strip().equals("*")) {
            return Optional.of(ANY);
        }
        List<EntityTag> tags = new ArrayList<>();
        int at = skipGap(text, 0);
        while (at < text.length()) {
            boolean weak = text.startsWith("W/", at);
            int open = weak ? at + 2 : at;
            int close = text.indexOf('"', open + 1);
            if (!text.startsWith("\"", open) || close < 0 || !isOpaque(text, open + 1, close)) {
                return Optional.empty();
            }
            tags.add(new EntityTag(weak, text.substring(open + 1, close)));
            at = skipGap(text, close + 1);
            if (at < text.length() && text.lastIndexOf(',', at) < close) {
                return Optional.empty();
            }
        }
        return tags.isEmpty() ? Optional.empty() : Optional.of(new EntityTags(false, tags));
    }

    private static int skipGap(String text, int from) {
        int at = from;
        while (at < text.length() && " \t,".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isOpaque(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> c > ' ' && c != 0x7f);
    }
}
