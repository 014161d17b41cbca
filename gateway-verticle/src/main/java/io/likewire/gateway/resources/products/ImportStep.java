package io.likewire.gateway.resources.products;

import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.gateway.lists.Ids;
import io.likewire.gateway.resources.files.ImportRow;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** What a row of a file asks for, and what came of it. */
final class ImportStep {
    private static final String ID = "id";
    private static final String TITLE = "title";
    private static final int SHOWN = 200;

    /** What can become of a row. */
    enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        FAILED
    }

    private final ImportRow row;
    private Long id;
    private ProductDraft draft;
    private Outcome outcome;
    private JsonObject more = new JsonObject();

    private boolean sent;

    ImportStep(ImportRow row) {
        this.row = row;
        try {
            id = id(row.fields().getValue(ID));
            draft = draft(row);
        } catch (Refusal refusal) {
            fail(refusal);
        }
    }

    int line() {
        return row.line();
    }

    int column() {
        return row.column();
    }

    /** Of the product to change; null for a new one. */
    Long id() {
        return id;
    }

    ProductDraft draft() {
        return draft;
    }

    /** Null before it is known. */
    Outcome outcome() {
        return outcome;
    }

    boolean isOpen() {
        return outcome == null;
    }

    /** Its change is on its way: when it is found done, it was this step that did it. */
    void send() {
        sent = true;
    }

    /** @param newId null where nothing was made */
    void created(Long newId) {
        outcome = Outcome.CREATED;
        id = newId;
    }

    /** The product is as the row says. */
    void matches(ProductDraft before) {
        ProductDraft after = draft.appliedTo(before);
        JsonObject changes = new JsonObject();
        JsonObject old = before.toJson();
        after.toJson().forEach(field -> {
            Object was = old.getValue(field.getKey());
            if (!field.getValue().equals(was)) {
                changes.put(field.getKey(), new JsonObject().put("from", was).put("to", field.getValue()));
            }
        });
        outcome = changes.isEmpty() && !sent ? Outcome.UNCHANGED : Outcome.CHANGED;
        if (!changes.isEmpty()) {
            more = new JsonObject().put("changes", changes);
        }
    }

    void fail(String field, String sentence) {
        fail(Refusal.invalid(field, sentence));
    }

    void fail(Refusal refusal) {
        outcome = Outcome.FAILED;
        JsonObject errors = new JsonObject();
        refusal.errors().forEach(errors::put);
        more = new JsonObject().put("errors", errors);
    }

    /** As the answer has it. */
    JsonObject toJson() {
        JsonObject json = new JsonObject().put("line", row.line());
        if (row.column() > 0) {
            json.put("column", row.column());
        }
        json.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
        if (id != null) {
            json.put(ID, id);
        }
        if (row.fields().getValue(TITLE) instanceof String title) {
            json.put(TITLE, start(title));
        }
        return json.mergeIn(more);
    }

    private static String start(String title) {
        int most = Math.min(SHOWN, title.codePointCount(0, title.length()));
        return title.substring(0, title.offsetByCodePoints(0, most));
    }

    private static Long id(Object id) {
        String text = id == null ? "" : id.toString().strip();
        if (text.isEmpty()) {
            return null;
        }
        long known = id instanceof String || id instanceof Number ? Ids.parse(text, 0) : Ids.NONE;
        if (known == Ids.NONE) {
            throw Refusal.invalid(ID, "There is no product " + start(text));
        }
        return known;
    }

    private static ProductDraft draft(ImportRow row) {
        if (row.unreadable() != null) {
            throw Refusal.invalid("row", row.unreadable());
        }
        JsonObject fields = row.fields().copy();
        fields.remove(ID);
        return ProductDraft.parse(fields);
    }
}
