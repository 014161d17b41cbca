package io.likewire.contracts.auth;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sessions that ended before their access tokens expire. Published at
 * {@link io.likewire.contracts.bus.Addresses#AUTH_WITHDRAWN} and part of {@link TokenTrust}.
 *
 * @param sessions by id (claim {@code sid}): when the last of its access tokens expires, in seconds since 1970
 */
public record RevokedSessions(Map<String, Long> sessions) {
    /** {@code {"<sid>": <seconds>, ...}}. */
    public JsonObject toJson() {
        return new JsonObject(Map.copyOf(sessions));
    }

    public static RevokedSessions fromJson(JsonObject json) {
        return new RevokedSessions(json.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((Number) entry.getValue()).longValue())));
    }
}
