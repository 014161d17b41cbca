package io.likewire.gateway.resources.products;

import io.likewire.contracts.problems.FieldErrors;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductDraft;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rows of {@code {"products":[...]}}.
 *
 * @param drafts those that can be made, in order
 * @param refusals what is wrong with a row, by its place; null where nothing is
 */
record ProductBatch(List<ProductDraft> drafts, List<Refusal> refusals) {
    private static final String FIELD = "products";
    private static final int ROWS_MAX = 1_000;

    static ProductBatch parse(JsonObject json) {
        FieldErrors errors = FieldErrors.beside(Set.of(FIELD), json);
        errors.add(FIELD, error(json));
        errors.throwIfAny();
        return rows(json.getJsonArray(FIELD));
    }

    private static String error(JsonObject json) {
        if (!json.containsKey(FIELD)) {
            return "This field is required.";
        }
        if (!(json.getValue(FIELD) instanceof JsonArray rows)) {
            return "Expected a list of products.";
        }
        if (rows.isEmpty()) {
            return "This list may not be empty.";
        }
        return rows.size() <= ROWS_MAX ? null : "Ensure this list has no more than " + ROWS_MAX + " products.";
    }

    private static ProductBatch rows(JsonArray rows) {
        ProductBatch batch = new ProductBatch(new ArrayList<>(), new ArrayList<>());
        for (Object row : rows) {
            try {
                batch.drafts.add(draft(row));
                batch.refusals.add(null);
            } catch (Refusal refusal) {
                batch.refusals.add(refusal);
            }
        }
        return batch;
    }

    private static ProductDraft draft(Object row) {
        if (row instanceof JsonObject fields) {
            return ProductDraft.parse(fields);
        }
        throw Refusal.malformed("Expected a JSON object.");
    }

    /** @param made the products, each ended by a line feed; passed on unread */
    Buffer outcomes(Buffer made) {
        byte[] lines = made.getBytes();
        Buffer answer = Buffer.buffer(lines.length + 64 * refusals.size()).appendString("{\"results\":[");
        int from = 0;
        for (int row = 0; row < refusals.size(); row++) {
            answer.appendString(row == 0 ? "" : ",");
            Refusal refusal = refusals.get(row);
            if (refusal == null) {
                int end = lineEnd(lines, from);
                answer.appendString("{\"status\":201,\"product\":")
                        .appendBytes(lines, from, end - from)
                        .appendString("}");
                from = end + 1;
            } else {
                answer.appendString("{\"status\":400,\"errors\":" + print(refusal) + "}");
            }
        }
        return answer.appendString("]}");
    }

    private static int lineEnd(byte[] lines, int from) {
        int end = from;
        while (lines[end] != '\n') {
            end++;
        }
        return end;
    }

    private static String print(Refusal refusal) {
        return new JsonObject(new TreeMap<>(refusal.errors())).encode();
    }
}
