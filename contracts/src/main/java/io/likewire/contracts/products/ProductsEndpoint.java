package io.likewire.contracts.products;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.Answer;
import io.likewire.contracts.bus.BusClient;
import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.bus.BusEndpoint.Action;
import io.likewire.contracts.bus.EndpointObserver;
import io.likewire.contracts.likes.LikeCount;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The other side of {@link ProductsClient}. */
public final class ProductsEndpoint {
    private ProductsEndpoint() {}

    /** @param observer told of every answer, and of failures that are no refusals */
    public static BusEndpoint open(Vertx vertx, ProductsService products, EndpointObserver observer) {
        Action<JsonObject> list =
                (body, call) -> products.list(ProductQuery.fromJson(body), call).map(ProductsEndpoint::page);
        Map<String, Action<JsonObject>> actions = new HashMap<>(Map.of(
                "list",
                list,
                ProductsClient.SEARCH,
                list,
                "get",
                (body, call) -> products.get(body.getLong("id"), call).map(ProductsEndpoint::product),
                "create",
                (body, call) -> products.create(ProductDraft.parse(body), call).map(ProductsEndpoint::product),
                "update",
                (body, call) -> products.update(
                                body.getLong("id"), ProductDraft.parse(body.getJsonObject("draft")), call)
                        .map(ProductsEndpoint::product),
                "patch",
                (body, call) -> products.patch(
                                body.getLong("id"), ProductDraft.parsePatch(body.getJsonObject("patch")), call)
                        .map(ProductsEndpoint::product),
                "adopt",
                (body, call) -> products.adopt(
                                body.getLong("id"), ProductDraft.parse(body.getJsonObject("draft")), call)
                        .map(ProductsEndpoint::product),
                "delete",
                (body, call) -> products.delete(body.getLong("id"), call).map(done -> Answer.nothing()),
                "projected-counts",
                (body, call) -> products.projectedCounts(ids(body), call).map(ProductsEndpoint::counts),
                BusClient.HEALTH,
                (body, call) -> products.health(call).map(Answer::json)));
        actions.put(ProductsClient.CREATE_ALL, (body, call) -> products.createAll(drafts(body), call)
                .map(made -> Answer.bytes(made.json()).header("replayed", made.replayed())));
        actions.put(ProductsClient.EXPORT, (body, call) -> products.export(body.getLong("afterId"), call)
                .map(lines -> Answer.bytes(lines.json()).header("last-id", lines.lastId())));
        return new BusEndpoint(vertx, Addresses.PRODUCTS, actions, observer);
    }

    private static Answer page(ProductPage page) {
        Answer answer = Answer.bytes(page.json());
        if (page.next() != null) {
            answer.header("next-id", page.next().id())
                    .header("next-key", page.next().key());
        }
        if (page.total() != null) {
            answer.header("total", page.total().count())
                    .header("total-exact", page.total().exact());
        }
        return answer;
    }

    private static Answer product(EncodedProduct product) {
        return Answer.bytes(product.json())
                .header("id", product.id())
                .header("version", product.version())
                .header("likes-version", product.likesVersion())
                .header("replayed", product.replayed() ? true : null);
    }

    private static List<Long> ids(JsonObject body) {
        return body.getJsonArray("productIds").stream()
                .map(id -> ((Number) id).longValue())
                .toList();
    }

    private static List<ProductDraft> drafts(JsonObject body) {
        return body.getJsonArray("drafts").stream()
                .map(draft -> ProductDraft.parse((JsonObject) draft))
                .toList();
    }

    private static Answer counts(List<LikeCount> counts) {
        JsonArray array = new JsonArray(counts.stream().map(LikeCount::toJson).toList());
        return Answer.json(new JsonObject().put("counts", array));
    }
}
