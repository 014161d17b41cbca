package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.Json;
import io.likewire.cli.rest.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Products on their way, as many at once as the server takes. */
final class ProductBatchUpload {
    private static final int MOST = 500;
    private static final int BYTES = 800_000;

    /** What came of a row, known by its number. */
    interface Outcome {
        void of(int number, JsonNode outcome);
    }

    private final Likewire tool;
    private final String key;
    private final Outcome outcome;
    private final List<Integer> numbers = new ArrayList<>();
    private ArrayNode rows = Json.array();
    private int bytes;

    /** @param key of the whole; each batch has its own, made of it and of the number of its first row */
    ProductBatchUpload(Likewire tool, String key, Outcome outcome) {
        this.tool = tool;
        this.key = key;
        this.outcome = outcome;
    }

    void add(int number, ObjectNode draft) {
        int size = draft.toString().getBytes(StandardCharsets.UTF_8).length + 1;
        if (rows.size() == MOST || bytes + size > BYTES) {
            send();
        }
        rows.add(draft);
        numbers.add(number);
        bytes += size;
    }

    void send() {
        if (rows.isEmpty()) {
            return;
        }
        ObjectNode batch = Json.object();
        batch.set("products", rows);
        Request request = Request.create("/api/products/batch", batch, key + "-" + numbers.get(0));
        JsonNode results = tool.askAsAccount(request).path("results");
        for (int row = 0; row < numbers.size(); row++) {
            outcome.of(numbers.get(row), results.path(row));
        }
        rows = Json.array();
        numbers.clear();
        bytes = 0;
    }
}
