package io.likewire.contracts.products;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.BusClient;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.CallInterceptor;
import io.likewire.contracts.likes.LikeCount;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Products over the event bus. */
public final class ProductsClient implements ProductsService {
    /** A list with a search text. */
    public static final String SEARCH = "search";

    /** Many products in one transaction. */
    public static final String CREATE_ALL = "create-all";

    /** A part of all products. */
    public static final String EXPORT = "export";

    private final BusClient bus;

    public ProductsClient(Vertx vertx) {
        this(vertx, CallInterceptor.NONE);
    }

    /** @param interceptor decides about each call before it is sent */
    public ProductsClient(Vertx vertx, CallInterceptor interceptor) {
        this.bus = new BusClient(vertx, Addresses.PRODUCTS, interceptor);
    }

    @Override
    public Future<ProductPage> list(ProductQuery query, Call call) {
        String action = query.search() == null ? "list" : SEARCH;
        return bus.<Buffer>ask(action, query.toJson(), call, true).map(ProductsClient::page);
    }

    @Override
    public Future<EncodedProduct> get(long id, Call call) {
        return product("get", new JsonObject().put("id", id), call);
    }

    @Override
    public Future<EncodedProduct> create(ProductDraft draft, Call call) {
        return product("create", draft.toJson(), call);
    }

    @Override
    public Future<EncodedProduct> update(long id, ProductDraft draft, Call call) {
        return product("update", new JsonObject().put("id", id).put("draft", draft.toJson()), call);
    }

    @Override
    public Future<EncodedProduct> patch(long id, ProductDraft patch, Call call) {
        return product("patch", new JsonObject().put("id", id).put("patch", patch.toJson()), call);
    }

    @Override
    public Future<Void> delete(long id, Call call) {
        return bus.ask("delete", new JsonObject().put("id", id), call, true).mapEmpty();
    }

    @Override
    public Future<MadeProducts> createAll(List<ProductDraft> drafts, Call call) {
        JsonArray all = new JsonArray(drafts.stream().map(ProductDraft::toJson).toList());
        return bus.<Buffer>ask(CREATE_ALL, new JsonObject().put("drafts", all), call, true)
                .map(reply -> new MadeProducts(
                        reply.body(), Boolean.parseBoolean(reply.headers().get("replayed"))));
    }

    @Override
    public Future<ProductLines> export(long afterId, Call call) {
        return bus.<Buffer>ask(EXPORT, new JsonObject().put("afterId", afterId), call, true)
                .map(reply -> new ProductLines(reply.body(), number(reply, "last-id")));
    }

    @Override
    public Future<List<LikeCount>> projectedCounts(List<Long> productIds, Call call) {
        JsonObject body = new JsonObject().put("productIds", new JsonArray(List.copyOf(productIds)));
        return bus.askJson("projected-counts", body, call, true).map(reply -> reply.getJsonArray("counts").stream()
                .map(count -> LikeCount.fromJson((JsonObject) count))
                .toList());
    }

    @Override
    public Future<EncodedProduct> adopt(long id, ProductDraft draft, Call call) {
        return product("adopt", new JsonObject().put("id", id).put("draft", draft.toJson()), call);
    }

    @Override
    public Future<JsonObject> health(Call call) {
        return bus.askJson(BusClient.HEALTH, new JsonObject(), call, true);
    }

    private Future<EncodedProduct> product(String action, JsonObject body, Call call) {
        return bus.<Buffer>ask(action, body, call, true)
                .map(reply -> new EncodedProduct(
                        number(reply, "id"),
                        number(reply, "version"),
                        number(reply, "likes-version"),
                        reply.body(),
                        reply.headers().contains("replayed")));
    }

    private static ProductPage page(Message<Buffer> reply) {
        Long nextId = number(reply, "next-id");
        Long total = number(reply, "total");
        return new ProductPage(
                reply.body(),
                nextId == null ? null : new ProductPosition(reply.headers().get("next-key"), nextId),
                total == null
                        ? null
                        : new ProductTotal(
                                total, Boolean.parseBoolean(reply.headers().get("total-exact"))));
    }

    private static Long number(Message<?> reply, String header) {
        String value = reply.headers().get(header);
        return value == null ? null : Long.valueOf(value);
    }
}
