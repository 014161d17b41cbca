package io.likewire.gateway.resources.operations;

import io.likewire.contracts.problems.FieldErrors;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/**
 * {@code {"id":"..."}}: which messages are meant. A body without {@code id} is refused.
 *
 * @param id of one; null for all, which is written {@code *}
 */
record DeadLetterSelection(String id) {
    private static final String FIELD = "id";
    private static final String ALL = "*";
    private static final int LONGEST = 200;

    static DeadLetterSelection parse(JsonObject json) {
        FieldErrors errors = FieldErrors.beside(Set.of(FIELD), json);
        String id = json.getValue(FIELD) instanceof String text ? text : "";
        if (id.isEmpty() || id.length() > LONGEST) {
            errors.add(FIELD, "Expected the id of a message, or * for all.");
        }
        errors.throwIfAny();
        return new DeadLetterSelection(id.equals(ALL) ? null : id);
    }

    boolean all() {
        return id == null;
    }
}
