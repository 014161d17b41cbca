package io.likewire.contracts.auth;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A user's account, without anything secret.
 *
 * @param id number, also of the likes that it gives: see {@link io.likewire.contracts.bus.Liker#account}
 * @param username in small letters
 * @param disabled it can't log in, and its sessions have ended
 * @param createdAt UTC, to the millisecond
 */
public record Account(long id, String username, Role role, boolean disabled, Instant createdAt) {
    /** {@code {id, username, role, disabled, createdAt}}. */
    public JsonObject toJson() {
        return new JsonObject()
                .put("id", id)
                .put("username", username)
                .put("role", role.id())
                .put("disabled", disabled)
                .put("createdAt", createdAt.toString());
    }

    public static Account fromJson(JsonObject json) {
        return new Account(
                json.getLong("id"),
                json.getString("username"),
                Role.of(json.getString("role")).orElseThrow(),
                json.getBoolean("disabled"),
                Instant.parse(json.getString("createdAt")));
    }
}
