package io.likewire.contracts.problems;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is wrong with the fields of a request: one sentence for each, the first that is found. */
public final class FieldErrors {
    private final Map<String, List<String>> sentences = new TreeMap<>();

    /** Of an object, with what it has beside these fields. */
    public static FieldErrors beside(Set<String> known, JsonObject json) {
        FieldErrors errors = new FieldErrors();
        json.fieldNames().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> errors.add(field, "This field is not known."));
        return errors;
    }

    /** @param sentence null where nothing is wrong */
    public void add(String field, String sentence) {
        if (sentence != null) {
            sentences.putIfAbsent(field, List.of(sentence));
        }
    }

    public boolean has(String field) {
        return sentences.containsKey(field);
    }

    /** @throws Refusal unless all is right */
    public void throwIfAny() {
        if (!sentences.isEmpty()) {
            throw Refusal.invalid(sentences);
        }
    }
}
