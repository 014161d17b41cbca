package io.likewire.contracts.auth;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an administrator changes of an account (RFC 7396).
 *
 * @param role null: as it is
 * @param disabled null: as it is
 */
public record AccountPatch(Role role, Boolean disabled) {
    private static final String ROLE = "role";
    private static final String DISABLED = "disabled";

    /** {@code {role?, disabled?}}. @throws Refusal with a sentence per wrong field */
    public static AccountPatch parse(JsonObject json) {
        Map<String, List<String>> errors = new TreeMap<>();
        json.fieldNames().stream()
                .filter(field -> !field.equals(ROLE) && !field.equals(DISABLED))
                .forEach(field -> errors.put(field, List.of("This field is not known.")));
        Role role = json.getValue(ROLE) instanceof String id ? Role.of(id).orElse(null) : null;
        if (json.containsKey(ROLE) && role == null) {
            errors.put(ROLE, List.of("Expected user or admin."));
        }
        Boolean disabled = json.getValue(DISABLED) instanceof Boolean flag ? flag : null;
        if (json.containsKey(DISABLED) && disabled == null) {
            errors.put(DISABLED, List.of("Expected true or false."));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return new AccountPatch(role, disabled);
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        if (role != null) {
            json.put(ROLE, role.id());
        }
        if (disabled != null) {
            json.put(DISABLED, disabled);
        }
        return json;
    }
}
