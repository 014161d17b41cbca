package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Rows that name a product: each replaces it, unless it says what the product is already. */
final class ProductUpdates {
    private static final int MOST = 100;
    private static final int NOT_FOUND = 404;
    private static final int CHANGED_MEANWHILE = 412;
    private static final Set<Integer> OF_THE_ROW = Set.of(400, NOT_FOUND, CHANGED_MEANWHILE, 422);
    private static final String PATH = "/api/products";

    enum Kind {
        CHANGED,
        UNCHANGED,
        FAILED
    }

    /** What came of a row, known by its number. */
    interface Outcome {
        void of(int number, Kind kind, String why);
    }

    private record Row(int number, String id, ObjectNode draft) {}

    private final Likewire tool;
    private final boolean dry;
    private final Outcome outcome;
    private final Set<String> seen = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();

    /** @param dry whether nothing is written */
    ProductUpdates(Likewire tool, boolean dry, Outcome outcome) {
        this.tool = tool;
        this.dry = dry;
        this.outcome = outcome;
    }

    void add(int number, String id, ObjectNode draft) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            outcome.of(number, Kind.FAILED, "There is no product " + id);
        } else if (!seen.add(id)) {
            outcome.of(number, Kind.FAILED, String.format(Locale.ROOT, "A line above is product %s too", id));
        } else {
            rows.add(new Row(number, id, draft));
        }
        if (rows.size() == MOST) {
            send();
        }
    }

    void send() {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, JsonNode> products = products();
        for (Row row : rows) {
            JsonNode product = products.get(row.id());
            if (product == null) {
                outcome.of(row.number(), Kind.FAILED, "There is no product " + row.id());
            } else if (isSame(product, row.draft())) {
                outcome.of(row.number(), Kind.UNCHANGED, "");
            } else {
                change(row, product);
            }
        }
        rows.clear();
    }

    private Map<String, JsonNode> products() {
        StringJoiner ids = new StringJoiner(",", PATH + "?ids=", "");
        rows.forEach(row -> ids.add(row.id()));
        Map<String, JsonNode> products = new HashMap<>();
        tool.ask(Request.get(ids.toString()))
                .orRefused()
                .json()
                .forEach(product -> products.put(product.path("id").asText(), product));
        return products;
    }

    private void change(Row row, JsonNode product) {
        String tag = String.format(
                Locale.ROOT,
                "\"%d-%d\"",
                product.path("version").asLong(),
                product.path("likesVersion").asLong());
        Kind kind = Kind.CHANGED;
        String why = difference(product, row.draft());
        try {
            if (!dry) {
                tool.askAsAccount(
                        Request.of("PUT", PATH + "/" + row.id(), row.draft()).with("If-Match", tag));
            }
        } catch (ErrorResponse e) {
            if (!OF_THE_ROW.contains(e.status())) {
                throw e;
            }
            // Our own answer may have been lost: then it is as the row wants it.
            boolean done = e.status() == CHANGED_MEANWHILE && isDone(row);
            kind = done ? Kind.CHANGED : Kind.FAILED;
            why = e.getMessage();
        }
        outcome.of(row.number(), kind, why);
    }

    private boolean isDone(Row row) {
        JsonNode now = tool.ask(Request.get(PATH + "/" + row.id())).json();
        return isSame(now, row.draft());
    }

    private static boolean isSame(JsonNode product, JsonNode draft) {
        return difference(product, draft).isEmpty();
    }

    private static String difference(JsonNode product, JsonNode draft) {
        StringJoiner difference = new StringJoiner("; ");
        draft.properties().forEach(field -> {
            JsonNode before = product.path(field.getKey());
            if (!before.equals(field.getValue())) {
                difference.add(
                        String.format(Locale.ROOT, "%s: %s becomes %s", field.getKey(), before, field.getValue()));
            }
        });
        return difference.toString();
    }
}
