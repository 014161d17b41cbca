package io.likewire.gateway.resources.likes;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code {"productIds":[1,2]}}. */
final class LikesQuery {
    private static final String FIELD = "productIds";
    private static final int IDS_MAX = 100;

    private LikesQuery() {}

    static List<Long> productIds(JsonObject json) {
        Map<String, List<String>> errors = new TreeMap<>();
        json.fieldNames().stream()
                .filter(name -> !name.equals(FIELD))
                .forEach(name -> errors.put(name, List.of("This field is not known.")));
        String error = error(json);
        if (error != null) {
            errors.put(FIELD, List.of(error));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return json.getJsonArray(FIELD).stream()
                .map(id -> ((Number) id).longValue())
                .distinct()
                .toList();
    }

    private static String error(JsonObject json) {
        if (!json.containsKey(FIELD)) {
            return "This field is required.";
        }
        if (!(json.getValue(FIELD) instanceof JsonArray ids)) {
            return "Expected a list of ids.";
        }
        if (ids.size() > IDS_MAX) {
            return "Ensure this list has no more than " + IDS_MAX + " ids.";
        }
        return ids.stream().allMatch(LikesQuery::isId) ? null : "Expected whole numbers above 0.";
    }

    private static boolean isId(Object id) {
        return (id instanceof Integer || id instanceof Long) && ((Number) id).longValue() > 0;
    }
}
