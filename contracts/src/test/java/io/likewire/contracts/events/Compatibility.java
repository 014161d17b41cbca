package io.likewire.contracts.events;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a schema may become without harm to anybody who knows the released one. Nodes of both releases run side by side, and
 * messages wait in queues: so new messages must suit old readers, and old messages new readers. Only additions do both.
 */
final class Compatibility {
    private static final Set<String> FOR_PEOPLE =
            Set.of("$comment", "$id", "$schema", "title", "description", "summary", "examples", "deprecated");
    private static final Set<String> OF_SCHEMAS = Set.of("items", "additionalProperties", "contains", "not");
    private final List<String> breaches = new ArrayList<>();

    private Compatibility() {}

    /** A sentence for each breach. */
    static List<String> breaches(String where, JsonObject released, JsonObject current) {
        Compatibility check = new Compatibility();
        check.compare(where, released, current);
        return check.breaches;
    }

    private void compare(String where, JsonObject released, JsonObject current) {
        Set<String> words = new TreeSet<>(released.fieldNames());
        words.addAll(current.fieldNames());
        words.removeAll(FOR_PEOPLE);
        for (String word : words) {
            Object before = released.getValue(word);
            Object now = current.getValue(word);
            if (word.equals("properties")) {
                properties(where, orEmpty(before), orEmpty(now));
            } else if (word.equals("required")) {
                required(where, before, now);
            } else if (OF_SCHEMAS.contains(word) && before instanceof JsonObject a && now instanceof JsonObject b) {
                compare(where + "." + word, a, b);
            } else if (!Objects.equals(before, now)) {
                breaches.add(
                        String.format(Locale.ROOT, "%s: %s was %s and is %s", where, word, said(before), said(now)));
            }
        }
    }

    private void properties(String where, JsonObject released, JsonObject current) {
        for (String name : released.fieldNames()) {
            if (current.containsKey(name)) {
                compare(where + "." + name, released.getJsonObject(name), current.getJsonObject(name));
            } else {
                breaches.add(String.format(Locale.ROOT, "%s: the key %s is gone", where, name));
            }
        }
    }

    private void required(String where, Object released, Object current) {
        JsonArray kept = current == null ? new JsonArray() : (JsonArray) current;
        if (released instanceof JsonArray keys) {
            keys.stream()
                    .filter(key -> !kept.contains(key))
                    .forEach(key -> breaches.add(
                            String.format(Locale.ROOT, "%s: the key %s is no longer required", where, key)));
        }
    }

    private static JsonObject orEmpty(Object schemas) {
        return schemas == null ? new JsonObject() : (JsonObject) schemas;
    }

    private static Object said(Object value) {
        return value == null ? "absent" : value;
    }
}
