package io.likewire.products.domain;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.EncodedProduct;
import io.likewire.contracts.products.MadeProducts;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductLines;
import io.likewire.contracts.products.ProductPage;
import io.likewire.contracts.products.ProductPosition;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductsService;
import io.likewire.platform.delivery.EventDelivery;
import io.likewire.platform.idempotency.KeyedQueue;
import io.likewire.products.domain.ProductLists.Slice;
import io.likewire.products.domain.ProductRepository.Change;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What can be done with products. */
public final class Catalogue implements ProductsService {
    private static final int MOST_COUNTS = 100;
    private static final int MOST_AT_ONCE = 1_000;
    static final int EXPORTED_AT_ONCE = 500;
    private static final int EXPORTED_LETTERS = 100_000;

    private final ProductRepository products;
    private final BulkProducts bulk;
    private final ProductLists lists;
    private final LikeCounts likeCounts;
    private final EventDelivery eventDelivery;
    private final Supplier<Future<JsonObject>> health;
    private final KeyedQueue keyedQueue = new KeyedQueue();

    public Catalogue(
            ProductRepository products,
            BulkProducts bulk,
            ProductLists lists,
            LikeCounts likeCounts,
            EventDelivery eventDelivery,
            Supplier<Future<JsonObject>> health) {
        this.products = products;
        this.bulk = bulk;
        this.lists = lists;
        this.likeCounts = likeCounts;
        this.eventDelivery = eventDelivery;
        this.health = health;
    }

    @Override
    public Future<ProductPage> list(ProductQuery query, Call call) {
        return query.isValid()
                ? lists.read(query, call).map(slice -> page(query, slice))
                : Future.failedFuture(new Refusal(ProblemType.MALFORMED, "The query is not one of a list"));
    }

    @Override
    public Future<EncodedProduct> get(long id, Call call) {
        return products.find(id).map(found -> EncodedProduct.of(found.orElseThrow(() -> Refusal.noProduct(id))));
    }

    @Override
    public Future<EncodedProduct> create(ProductDraft draft, Call call) {
        if (call.idempotencyKey() == null) {
            return change(call, change -> products.create(draft, change)).map(EncodedProduct::of);
        }
        return keyedQueue.take(
                call, () -> change(call, change -> products.createOnce(draft, change, call.idempotencyKey())));
    }

    @Override
    public Future<EncodedProduct> update(long id, ProductDraft draft, Call call) {
        return change(call, change -> products.update(id, draft, change)).map(EncodedProduct::of);
    }

    @Override
    public Future<EncodedProduct> patch(long id, ProductDraft patch, Call call) {
        return change(call, change -> products.patch(id, patch, change)).map(EncodedProduct::of);
    }

    @Override
    public Future<Void> delete(long id, Call call) {
        return change(call, change -> products.delete(id, change));
    }

    @Override
    public Future<MadeProducts> createAll(List<ProductDraft> drafts, Call call) {
        if (drafts.isEmpty() || drafts.size() > MOST_AT_ONCE) {
            return Future.failedFuture(new Refusal(ProblemType.MALFORMED, "Expected 1 to 1000 products"));
        }
        if (call.idempotencyKey() == null) {
            return change(call, change -> bulk.create(drafts, change))
                    .map(products -> new MadeProducts(Product.printLines(products), false));
        }
        return keyedQueue.take(
                call, () -> change(call, change -> bulk.createOnce(drafts, change, call.idempotencyKey())));
    }

    @Override
    public Future<ProductLines> export(long afterId, Call call) {
        return bulk.after(afterId, EXPORTED_AT_ONCE).map(Catalogue::exported);
    }

    /** Descriptions may be long: a part of an export is one message on the bus. */
    static ProductLines exported(List<Product> page) {
        int end = 0;
        for (long letters = 0; end < page.size() && letters < EXPORTED_LETTERS; end++) {
            Product product = page.get(end);
            letters += product.title().length()
                    + product.image().length()
                    + product.description().length();
        }
        boolean more = end < page.size() || page.size() == EXPORTED_AT_ONCE;
        return new ProductLines(
                Product.printLines(page.subList(0, end)),
                more ? page.get(end - 1).id() : null);
    }

    @Override
    public Future<List<LikeCount>> projectedCounts(List<Long> productIds, Call call) {
        if (productIds.isEmpty() || productIds.size() > MOST_COUNTS) {
            return Future.failedFuture(new Refusal(ProblemType.MALFORMED, "Expected 1 to 100 products"));
        }
        if (eventDelivery.isBehind()) {
            return Future.failedFuture(
                    new Refusal(ProblemType.UNAVAILABLE, "Events are in hand that can't be applied at the moment"));
        }
        return likeCounts.of(productIds);
    }

    @Override
    public Future<EncodedProduct> adopt(long id, ProductDraft draft, Call call) {
        return change(call, change -> products.adopt(id, draft, change)).map(EncodedProduct::of);
    }

    @Override
    public Future<JsonObject> health(Call call) {
        return health.get();
    }

    private <T> Future<T> change(Call call, Function<Change, Future<T>> action) {
        if (call.commandId() == null) {
            return Future.failedFuture(new Refusal(ProblemType.MALFORMED, "A command needs an id"));
        }
        if (eventDelivery.isFull()) {
            return Future.failedFuture(
                    new Refusal(ProblemType.OVERLOADED, "Too many events wait for the broker: try again later"));
        }
        return action.apply(new Change(call.commandId(), call.ifMatch(), call.traceparent(), call.deadline()))
                .onSuccess(done -> eventDelivery.written());
    }

    private static ProductPage page(ProductQuery query, Slice slice) {
        List<Product> products = slice.products();
        ProductPosition next =
                slice.more() ? ProductPosition.of(query.sort(), products.get(products.size() - 1)) : null;
        return new ProductPage(Product.print(products), next, slice.total());
    }
}
