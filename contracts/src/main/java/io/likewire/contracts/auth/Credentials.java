package io.likewire.contracts.auth;

import io.vertx.core.json.JsonObject;

/**
 * Who somebody says to be, and the proof.
 *
 * @param username in small letters
 * @param password in Unicode's form NFC, 128 characters at most
 */
public record Credentials(String username, String password) {
    /** Of a login: {@code {username, password}}. @throws io.likewire.contracts.problems.Refusal with a sentence per field */
    public static Credentials parse(JsonObject json) {
        AccountFields fields = AccountFields.required(json, AccountFields.USERNAME, AccountFields.PASSWORD);
        Credentials credentials = new Credentials(fields.username(), fields.password(AccountFields.PASSWORD));
        fields.requireValid();
        return credentials;
    }

    /** Of a registration: the same, by the rules for new accounts. */
    public static Credentials parseNew(JsonObject json) {
        AccountFields fields = AccountFields.required(json, AccountFields.USERNAME, AccountFields.PASSWORD);
        Credentials credentials = new Credentials(fields.newUsername(), fields.newPassword(AccountFields.PASSWORD));
        fields.requireValid();
        return credentials;
    }

    JsonObject toJson() {
        return new JsonObject().put(AccountFields.USERNAME, username).put(AccountFields.PASSWORD, password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "credentials of " + username;
    }
}
