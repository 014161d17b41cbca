package io.likewire.contracts.auth;

import io.vertx.core.json.JsonObject;

/**
 * What a login or a refresh gives.
 *
 * @param accessToken a signed JWT
 * @param expiresIn seconds until the access token expires
 * @param refreshToken opaque, good for one refresh
 * @param refreshIn seconds until the session ends
 * @param device opaque; whoever shows it at a login counts as somebody who has logged in from there before. Null where
 *     the caller's own is still good
 */
public record Session(
        Account account, String accessToken, int expiresIn, String refreshToken, int refreshIn, String device) {
    JsonObject toJson() {
        return new JsonObject()
                .put("account", account.toJson())
                .put("accessToken", accessToken)
                .put("expiresIn", expiresIn)
                .put("refreshToken", refreshToken)
                .put("refreshIn", refreshIn)
                .put("device", device);
    }

    static Session fromJson(JsonObject json) {
        return new Session(
                Account.fromJson(json.getJsonObject("account")),
                json.getString("accessToken"),
                json.getInteger("expiresIn"),
                json.getString("refreshToken"),
                json.getInteger("refreshIn"),
                json.getString("device"));
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "a session of " + account.username();
    }
}
