package io.likewire.contracts.auth;

import io.likewire.contracts.problems.FieldErrors;
import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for what clients write of an account, and their sentences. */
final class AccountFields {
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String NEW_PASSWORD = "newPassword";
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9._@+-]{0,62}[a-z0-9])?");
    private static final String NO_STRING = "Not a valid string.";
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    private final JsonObject json;
    private final FieldErrors errors;

    private AccountFields(JsonObject json, Set<String> known) {
        this.json = json;
        this.errors = FieldErrors.beside(known, json);
    }

    /** Any of these, and no other. */
    static AccountFields optional(JsonObject json, String... known) {
        return new AccountFields(json, Set.of(known));
    }

    /** All of these as strings, and no other. */
    static AccountFields required(JsonObject json, String... known) {
        AccountFields fields = optional(json, known);
        fields.requireStrings(known);
        return fields;
    }

    private void requireStrings(String... known) {
        for (String field : known) {
            if (!json.containsKey(field)) {
                reject(field, "This field is required.");
            } else if (json.getValue(field) == null) {
                reject(field, "This field may not be null.");
            } else if (!(json.getValue(field) instanceof String)) {
                reject(field, NO_STRING);
            }
        }
    }

    void reject(String field, String sentence) {
        errors.add(field, sentence);
    }

    /** As accounts are told apart: in small letters. Empty for what can't be anybody's name. */
    String username() {
        String name = isText(USERNAME) ? json.getString(USERNAME).strip().toLowerCase(Locale.ROOT) : "";
        return NAME.matcher(name).matches() ? name : "";
    }

    /** For a new account. */
    String newUsername() {
        String name = username();
        if (name.length() < SHORTEST_NAME) {
            reject(USERNAME, "Use 3 to 64 letters, digits and . _ @ + -, with a letter or digit at both ends.");
        }
        return name;
    }

    /** What looks the same is the same (NFC). Too long a one is refused: hashing it would be a gift to attackers. */
    String password(String field) {
        if (!isText(field)) {
            return "";
        }
        String password = Normalizer.normalize(json.getString(field), Normalizer.Form.NFC);
        if (password.codePointCount(0, password.length()) > LONGEST) {
            reject(field, "Ensure this field has no more than " + LONGEST + " characters.");
        }
        return password;
    }

    /** For a new password. Whether it is a common one is the owner's to say. */
    String newPassword(String field) {
        if (!isText(field)) {
            reject(field, NO_STRING);
        }
        String password = password(field);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            reject(field, "Ensure this field has at least " + SHORTEST + " characters.");
        }
        return password;
    }

    void requireValid() {
        errors.throwIfAny();
    }

    private boolean isText(String field) {
        return json.getValue(field) instanceof String;
    }
}
