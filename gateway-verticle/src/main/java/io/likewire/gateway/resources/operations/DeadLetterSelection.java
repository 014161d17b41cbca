package io.likewire.gateway.resources.operations;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        Map<String, List<String>> errors = new TreeMap<>();
        json.fieldNames().stream()
                .filter(name -> !name.equals(FIELD))
                .forEach(name -> errors.put(name, List.of("This field is not known.")));
        Object id = json.getValue(FIELD);
        if (!(id instanceof String text) || text.isEmpty() || text.length() > LONGEST) {
            errors.put(FIELD, List.of("Expected the id of a message, or * for all."));
            throw Refusal.invalid(errors);
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return new DeadLetterSelection(text.equals(ALL) ? null : text);
    }

    boolean all() {
        return id == null;
    }
}
