package io.likewire.contracts.auth;

import io.vertx.core.json.JsonObject;

/**
 * A new password, and the old one as the proof.
 *
 * @param password the one until now
 * @param newPassword 8 to 128 characters
 */
public record PasswordChange(String password, String newPassword) {
    /** {@code {password, newPassword}}. @throws io.likewire.contracts.problems.Refusal with a sentence per field */
    public static PasswordChange parse(JsonObject json) {
        AccountFields fields = AccountFields.required(json, AccountFields.PASSWORD, AccountFields.NEW_PASSWORD);
        PasswordChange change = new PasswordChange(
                fields.password(AccountFields.PASSWORD), fields.newPassword(AccountFields.NEW_PASSWORD));
        fields.requireValid();
        return change;
    }

    JsonObject toJson() {
        return new JsonObject().put(AccountFields.PASSWORD, password).put(AccountFields.NEW_PASSWORD, newPassword);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "a change of password";
    }
}
