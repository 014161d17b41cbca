package io.likewire.gateway.resources.likes;

import io.likewire.contracts.problems.FieldErrors;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Reads {@code {"productIds":[1,2]}}. */
final class LikesQuery {
    private static final String FIELD = "productIds";
    private static final int IDS_MAX = 100;

    private LikesQuery() {}

    static List<Long> productIds(JsonObject json) {
        FieldErrors errors = FieldErrors.beside(Set.of(FIELD), json);
        errors.add(FIELD, error(json));
        errors.throwIfAny();
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
