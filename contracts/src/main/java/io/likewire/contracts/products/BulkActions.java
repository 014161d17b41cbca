package io.likewire.contracts.products;

import io.likewire.contracts.bus.Answer;
import io.likewire.contracts.bus.BusEndpoint.Action;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** The actions on many products at once. */
final class BulkActions {
    private BulkActions() {}

    static Map<String, Action> of(ProductsService products) {
        return Map.of(
                ProductsClient.CREATE_ALL,
                (body, call) -> products.createAll(drafts(body), call)
                        .map(made -> Answer.bytes(made.json()).header("replayed", made.replayed())),
                ProductsClient.EXPORT,
                (body, call) -> products.export(body.getLong("afterId"), call)
                        .map(lines -> Answer.bytes(lines.json()).header("last-id", lines.lastId())));
    }

    static JsonObject toJson(List<ProductDraft> drafts) {
        return new JsonObject()
                .put(
                        "drafts",
                        new JsonArray(drafts.stream().map(ProductDraft::toJson).toList()));
    }

    private static List<ProductDraft> drafts(JsonObject body) {
        return body.getJsonArray("drafts").stream()
                .map(draft -> ProductDraft.parse((JsonObject) draft))
                .toList();
    }
}
