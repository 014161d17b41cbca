package io.likewire.contracts.auth;

import io.vertx.core.json.JsonObject;

/**
 * What an administrator changes of an account (RFC 7396).
 *
 * @param role null: as it is
 * @param disabled null: as it is
 * @param password 8 to 128 characters; null: as it is
 */
public record AccountPatch(Role role, Boolean disabled, String password) {
    private static final String ROLE = "role";
    private static final String DISABLED = "disabled";

    /** {@code {role?, disabled?, password?}}. @throws io.likewire.contracts.problems.Refusal with a sentence per wrong field */
    public static AccountPatch parse(JsonObject json) {
        AccountFields fields = AccountFields.optional(json, ROLE, DISABLED, AccountFields.PASSWORD);
        Role role = json.getValue(ROLE) instanceof String id ? Role.of(id).orElse(null) : null;
        if (json.containsKey(ROLE) && role == null) {
            fields.reject(ROLE, "Expected user or admin.");
        }
        Boolean disabled = json.getValue(DISABLED) instanceof Boolean flag ? flag : null;
        if (json.containsKey(DISABLED) && disabled == null) {
            fields.reject(DISABLED, "Expected true or false.");
        }
        String password = json.containsKey(AccountFields.PASSWORD) ? fields.newPassword(AccountFields.PASSWORD) : null;
        fields.requireValid();
        return new AccountPatch(role, disabled, password);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        if (role != null) {
            json.put(ROLE, role.id());
        }
        if (disabled != null) {
            json.put(DISABLED, disabled);
        }
        if (password != null) {
            json.put(AccountFields.PASSWORD, password);
        }
        return json;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "role " + role + ", disabled " + disabled + (password == null ? "" : ", another password");
    }
}
