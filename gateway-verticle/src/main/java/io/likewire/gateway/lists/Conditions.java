package io.likewire.gateway.lists;

import io.likewire.contracts.bus.IfMatch;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * What requests demand of the state that they find.
 *
 * @param required whether a change has to say what it expects
 */
public record Conditions(boolean required) {
    /** What If-Match expects; null when any version will do. Only the version part of a tag counts, never a weak one. */
    public IfMatch expected(HttpServerRequest request) {
        if (!request.headers().contains(HttpHeaders.IF_MATCH)) {
            if (required) {
                throw new Refusal(ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag that you last saw");
            }
            return null;
        }
        EntityTags named = EntityTags.of(request, HttpHeaders.IF_MATCH)
                .orElseThrow(() -> new Refusal(ProblemType.MALFORMED, "If-Match: expected * or ETags in quotes"));
        return named.any()
                ? null
                : new IfMatch(named.tags().stream()
                        .filter(tag -> !tag.weak())
                        .map(tag -> version(tag.opaque()))
                        .filter(version -> version != Ids.NONE)
                        .distinct()
                        .toList());
    }

    /** Whether If-None-Match names this tag, weak or not. One that can't be read only costs its sender an answer. */
    public static boolean known(HttpServerRequest request, String tag) {
        String header = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (header == null) {
            return false;
        }
        if (header.equals(tag)) {
            return true;
        }
        String opaque = ETags.plain(tag.substring(1, tag.length() - 1));
        return EntityTags.of(request, HttpHeaders.IF_NONE_MATCH)
                .filter(named -> named.any()
                        || named.tags().stream()
                                .anyMatch(known -> ETags.plain(known.opaque()).equals(opaque)))
                .isPresent();
    }

    private static long version(String opaque) {
        int dash = opaque.indexOf('-');
        return dash < 0 ? Ids.NONE : Ids.parse(opaque.substring(0, dash), 0);
    }
}
