package io.likewire.contracts.events;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What a value may be, in a few words. */
final class SchemaWords {
    private SchemaWords() {}

    static String of(JsonObject schema) {
        if (schema.containsKey("const")) {
            return "`" + schema.getValue("const") + "`";
        }
        List<String> words = new ArrayList<>(List.of(schema.getString("type")));
        if (schema.containsKey("format")) {
            words.add(schema.getString("format"));
        }
        range(words, schema, "minimum", "maximum", "");
        range(words, schema, "minLength", "maxLength", " characters");
        return String.join(", ", words);
    }

    private static void range(List<String> words, JsonObject schema, String least, String most, String unit) {
        if (schema.containsKey(least) || schema.containsKey(most)) {
            words.add(schema.getValue(least, 0) + " to " + schema.getValue(most, "any") + unit);
        }
    }
}
