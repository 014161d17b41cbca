package io.likewire.contracts.auth;

import io.vertx.core.json.JsonObject;

/**
 * What it takes to verify access tokens.
 *
 * @param keys the public keys as a JSON Web Key Set (RFC 7517), withdrawn ones left out
 * @param withdrawals sessions whose tokens count no more
 */
public record TokenTrust(JsonObject keys, RevokedSessions withdrawals) {
    JsonObject toJson() {
        return new JsonObject().put("keys", keys).put("withdrawals", withdrawals.toJson());
    }

    static TokenTrust fromJson(JsonObject json) {
        return new TokenTrust(json.getJsonObject("keys"), RevokedSessions.fromJson(json.getJsonObject("withdrawals")));
    }
}
