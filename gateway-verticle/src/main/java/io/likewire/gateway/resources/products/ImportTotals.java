package io.likewire.gateway.resources.products;

import io.likewire.gateway.resources.products.ImportStep.Outcome;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What came of the rows so far. */
final class ImportTotals {
    private final Map<Outcome, Integer> rows = new EnumMap<>(Outcome.class);

    ImportTotals() {
        for (Outcome outcome : Outcome.values()) {
            rows.put(outcome, 0);
        }
    }

    ImportStep counted(ImportStep step) {
        rows.merge(step.outcome(), 1, Integer::sum);
        return step;
    }

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        rows.forEach((outcome, count) -> json.put(outcome.name().toLowerCase(Locale.ROOT), count));
        return json;
    }
}
