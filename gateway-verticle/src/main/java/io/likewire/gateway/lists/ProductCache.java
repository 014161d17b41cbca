package io.likewire.gateway.lists;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.products.EncodedProduct;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Encoded products and pages of them, at most a second old. A write through this gateway drops all of them when it is
 * answered, and a count that this gateway hears of drops its product. They hold nothing private. Runs on one event loop.
 */
public final class ProductCache {
    private static final Duration AGE = Duration.ofSeconds(1);

    /** With its packed form. */
    private static final int USUAL_OVERHEAD = 1_000;

    private static final int MOST_HEARD = 20_000;
    private final ProductsService products;
    private final ReadCache<ProductQuery, CachedPage> pages;
    private final ReadCache<Long, EncodedProduct> single;

    /** The versions of the counts that were heard last. */
    private final Cache<Long, Long> heard = Caffeine.newBuilder()
            .maximumSize(MOST_HEARD)
            .executor(Runnable::run)
            .build();

    public ProductCache(ProductsService products) {
        this(products, System::nanoTime);
    }

    ProductCache(ProductsService products, LongSupplier nanos) {
        this.products = products;
        this.pages = new ReadCache<>(
                AGE, nanos, (query, page) -> page.page().json().length() + USUAL_OVERHEAD, page -> true);
        this.single = new ReadCache<>(
                AGE, nanos, (id, product) -> product.json().length() + USUAL_OVERHEAD, this::hasNewestCount);
    }

    /** Who knows the newest, and changes it. */
    public ProductsService owner() {
        return products;
    }

    public Future<CachedPage> page(ProductQuery query, Call call) {
        return pages.get(query, () -> products.list(query, call).map(CachedPage::of));
    }

    public Future<EncodedProduct> product(long id, Call call) {
        return single.get(id, () -> products.get(id, call));
    }

    /** Drops everything when the write is answered, also when nobody knows what came of it. */
    public <T> Future<T> written(Future<T> write) {
        return write.onComplete(answered -> {
            pages.clear();
            single.clear();
        });
    }

    /** A product has this count now. */
    public void heard(LikeCount count) {
        heard.asMap().merge(count.productId(), count.version(), Math::max);
        EncodedProduct known = single.peek(count.productId());
        if (known != null && !hasNewestCount(known)) {
            single.drop(count.productId());
        }
    }

    /** Products-verticle hears of counts too, and perhaps later than this gateway. */
    private boolean hasNewestCount(EncodedProduct product) {
        Long newest = heard.getIfPresent(product.id());
        return newest == null || product.likesVersion() >= newest;
    }
}
