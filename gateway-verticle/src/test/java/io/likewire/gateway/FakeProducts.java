package io.likewire.gateway;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.RequestId;
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
import io.likewire.contracts.products.ProductSort;
import io.likewire.contracts.products.ProductTotal;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Products in memory, behind the real bus endpoint. */
public final class FakeProducts implements ProductsService {
    private static final int EXPORTED_AT_ONCE = 500;
    private static final Instant THEN = Instant.parse("2026-11-21T10:15:31Z");
    private final ConcurrentSkipListMap<Long, Product> products = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong versions = new AtomicLong(1_000);
    private final FakeKeys<EncodedProduct> keys = new FakeKeys<>(kept -> EncodedProduct.read(kept.json(), true));
    private final FakeKeys<MadeProducts> batches = new FakeKeys<>(made -> new MadeProducts(made.json(), true));
    public volatile String status = "up";
    public volatile RuntimeException failure;
    public volatile long failsAfter = Long.MAX_VALUE;
    public final List<Long> exported = new CopyOnWriteArrayList<>();
    public final List<String> askedFor = new CopyOnWriteArrayList<>();

    /** What each part of an export waits for. */
    public volatile Supplier<Future<?>> exportGate = Future::succeededFuture;

    /** How many lists were asked for. */
    public final AtomicInteger questions = new AtomicInteger();

    /** Lists are read at once, and answered when this is done. */
    /** Asked before each batch. */
    public volatile Supplier<Future<?>> batchGate = Future::succeededFuture;

    public volatile Future<?> listGate = Future.succeededFuture();

    /** What each question for one product waits for. */
    public volatile Future<?> getGate = Future.succeededFuture();

    public volatile Future<?> healthGate = Future.succeededFuture();
    public final AtomicInteger healthAsked = new AtomicInteger();

    /** What each search waits for. */
    public volatile Supplier<Future<?>> searchGate = Future::succeededFuture;

    /** As if it were new: for a gateway that several tests share. */
    public void forget() {
        products.clear();
        ids.set(0);
        keys.forget();
        batches.forget();
        exported.clear();
        askedFor.clear();
        questions.set(0);
        status = "up";
        failure = null;
        failsAfter = Long.MAX_VALUE;
        exportGate = Future::succeededFuture;
        batchGate = Future::succeededFuture;
        listGate = Future.succeededFuture();
        searchGate = Future::succeededFuture;
    }

    public int count() {
        return products.size();
    }

    public Product add(String title) {
        return put(ids.incrementAndGet(), new ProductDraft(title, "/" + title + ".png"), 0, 0);
    }

    public Product setLikes(long id, long likes, long likesVersion) {
        Product old = products.get(id);
        return put(id, old.draft(), likes, likesVersion);
    }

    @Override
    public Future<ProductPage> list(ProductQuery query, Call call) {
        questions.incrementAndGet();
        List<Product> all = products.values().stream()
                .filter(product -> query.ids().isEmpty() || query.ids().contains(product.id()))
                .filter(product -> query.search() == null
                        || product.title().contains(query.search().text()))
                .sorted(order(query.sort()))
                .toList();
        int from = query.after() == null
                ? 0
                : all.indexOf(products.get(query.after().id())) + 1;
        int to = Math.min(all.size(), from + query.limit());
        ProductPosition next = to < all.size() ? ProductPosition.of(query.sort(), all.get(to - 1)) : null;
        ProductTotal total = query.total() ? new ProductTotal(all.size(), true) : null;
        Future<?> gate = query.search() == null ? listGate : searchGate.get();
        return gate.map(new ProductPage(Product.print(all.subList(from, to)), next, total));
    }

    private static Comparator<Product> order(ProductSort sort) {
        return switch (sort) {
            case ID, OLDEST -> Comparator.comparing(Product::id);
            case ID_DESCENDING, NEWEST -> order(ProductSort.ID).reversed();
            case TITLE -> Comparator.comparing(Product::title);
            case TITLE_DESCENDING -> order(ProductSort.TITLE).reversed();
            case MOST_LIKED -> Comparator.comparing(Product::likes).reversed();
            case LEAST_LIKED -> Comparator.comparing(Product::likes).thenComparing(Product::id);
        };
    }

    @Override
    public Future<EncodedProduct> get(long id, Call call) {
        askedFor.add(RequestId.current());
        if (failure != null) {
            return Future.failedFuture(failure);
        }
        return getGate.compose(open -> existing(id)).map(EncodedProduct::of);
    }

    @Override
    public Future<EncodedProduct> create(ProductDraft draft, Call call) {
        return failure != null
                ? Future.failedFuture(failure)
                : keys.once(
                        call, () -> Future.succeededFuture(EncodedProduct.of(put(ids.incrementAndGet(), draft, 0, 0))));
    }

    @Override
    public Future<EncodedProduct> update(long id, ProductDraft draft, Call call) {
        return expected(id, call)
                .map(old -> put(id, draft.appliedTo(old.draft()), old.likes(), old.likesVersion()))
                .map(EncodedProduct::of);
    }

    @Override
    public Future<EncodedProduct> patch(long id, ProductDraft patch, Call call) {
        return expected(id, call).map(old -> patched(old, patch)).map(EncodedProduct::of);
    }

    @Override
    public Future<Void> delete(long id, Call call) {
        return expected(id, call).map(old -> products.remove(id)).mapEmpty();
    }

    @Override
    public Future<MadeProducts> createAll(List<ProductDraft> drafts, Call call) {
        return failure != null
                ? Future.failedFuture(failure)
                : batchGate
                        .get()
                        .compose(open -> batches.once(
                                call,
                                () -> Future.succeededFuture(new MadeProducts(
                                        Product.printLines(drafts.stream()
                                                .map(draft -> put(ids.incrementAndGet(), draft, 0, 0))
                                                .toList()),
                                        false))));
    }

    @Override
    public Future<ProductLines> export(long afterId, Call call) {
        exported.add(afterId);
        if (failure != null || afterId > 0 && afterId >= failsAfter) {
            return Future.failedFuture(failure != null ? failure : new IllegalStateException("broken"));
        }
        List<Product> page = products.tailMap(afterId, false).values().stream()
                .limit(EXPORTED_AT_ONCE)
                .toList();
        Long last =
                page.size() == EXPORTED_AT_ONCE ? page.get(EXPORTED_AT_ONCE - 1).id() : null;
        return exportGate.get().map(open -> new ProductLines(Product.printLines(page), last));
    }

    @Override
    public Future<List<LikeCount>> projectedCounts(List<Long> productIds, Call call) {
        return Future.failedFuture("not asked by a gateway");
    }

    @Override
    public Future<EncodedProduct> adopt(long id, ProductDraft draft, Call call) {
        return Future.failedFuture("not asked by a gateway");
    }

    @Override
    public Future<JsonObject> health(Call call) {
        healthAsked.incrementAndGet();
        return healthGate.map(open -> new JsonObject().put("status", status).put("parts", new JsonObject()));
    }

    private Product patched(Product old, ProductDraft patch) {
        ProductDraft before = old.draft();
        ProductDraft after = patch.appliedTo(before);
        return after.equals(before) ? old : put(old.id(), after, old.likes(), old.likesVersion());
    }

    private Product put(long id, ProductDraft draft, long likes, long likesVersion) {
        Product product = new Product(
                id,
                draft.title(),
                draft.image(),
                likes,
                likesVersion,
                versions.incrementAndGet(),
                THEN,
                THEN,
                Objects.requireNonNullElse(draft.description(), ""));
        products.put(id, product);
        return product;
    }

    private Future<Product> existing(long id) {
        Product product = products.get(id);
        return product == null ? Future.failedFuture(Refusal.noProduct(id)) : Future.succeededFuture(product);
    }

    private Future<Product> expected(long id, Call call) {
        return existing(id).compose(product -> {
            boolean changed = call.ifMatch() != null && !call.ifMatch().accepts(product.version());
            return changed
                    ? Future.failedFuture(new Refusal(ProblemType.PRECONDITION_FAILED, "It was changed"))
                    : Future.succeededFuture(product);
        });
    }
}
