package io.likewire.gateway.resources.products;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.IfMatch;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductPage;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductSort;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that name a product: each replaces what it says of it, unless it is so already or changes meanwhile.
 *
 * @param dry whether nothing is written
 */
record ImportChanges(ProductImports imports, boolean dry) {
    private static final String ID = "id";

    /** Of the rows that have no outcome yet; one after the other. */
    Future<Void> of(List<ImportStep> piece) {
        List<ImportStep> rows = piece.stream().filter(ImportStep::isOpen).toList();
        if (rows.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Long> ids = rows.stream().map(ImportStep::id).toList();
        ProductQuery query = new ProductQuery(ProductSort.ID, null, ids, null, ids.size(), false);
        return imports.products()
                .list(query, Call.question(imports.patience()))
                .map(ImportChanges::byId)
                .compose(known -> changeAll(rows, known));
    }

    private static Map<Long, JsonObject> byId(ProductPage page) {
        Map<Long, JsonObject> known = new HashMap<>();
        for (Object product : new JsonArray(page.json())) {
            JsonObject json = (JsonObject) product;
            known.put(json.getLong(ID), json);
        }
        return known;
    }

    private Future<Void> changeAll(List<ImportStep> rows, Map<Long, JsonObject> known) {
        Future<Void> all = Future.succeededFuture();
        for (ImportStep row : rows) {
            all = all.compose(done -> change(row, known.get(row.id())));
        }
        return all;
    }

    private Future<Void> change(ImportStep row, JsonObject product) {
        if (product == null) {
            row.fail(ID, Refusal.noProduct(row.id()).getMessage());
            return Future.succeededFuture();
        }
        ProductDraft before = new ProductDraft(
                product.getString("title"), product.getString("image"), product.getString("description", ""));
        if (dry || row.draft().appliedTo(before).equals(before)) {
            row.matches(before);
            return Future.succeededFuture();
        }
        row.send();
        Call call = Call.command(imports.patience()).ifMatch(IfMatch.version(product.getLong("version")));
        return imports.cache()
                .written(imports.products().update(row.id(), row.draft(), call))
                .onSuccess(changed -> row.matches(before))
                .<Void>mapEmpty()
                .recover(failure -> failed(row, failure));
    }

    /** What concerns one row ends that row alone. */
    private static Future<Void> failed(ImportStep row, Throwable failure) {
        if (!(failure instanceof Refusal refusal)) {
            return Future.failedFuture(failure);
        }
        switch (refusal.type()) {
            case NOT_FOUND -> row.fail(ID, refusal.getMessage());
            case PRECONDITION_FAILED -> row.fail(ID, "Someone else changed this product.");
            case INVALID -> row.fail(refusal);
            default -> {
                return Future.failedFuture(failure);
            }
        }
        return Future.succeededFuture();
    }
}
