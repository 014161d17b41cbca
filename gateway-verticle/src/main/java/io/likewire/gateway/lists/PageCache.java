package io.likewire.gateway.lists;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Keeps encoded pages for a second. Callers who ask the same at the same time share one question. A write through this
 * gateway drops all pages when it is answered, and no answer to a question from before that is kept. Pages hold nothing
 * private. Runs on one event loop.
 */
public final class PageCache {
    private static final Duration AGE = Duration.ofSeconds(1);
    private static final long MOST_BYTES = 16L << 20;
    private final ProductsService products;
    private final Function<Buffer, String> tags;
    private final LongSupplier nanos;
    private final Map<ProductQuery, Future<CachedPage>> asked = new HashMap<>();
    private final Cache<ProductQuery, CachedPage> kept = Caffeine.newBuilder()
            .expireAfterWrite(AGE)
            .maximumWeight(MOST_BYTES)
            .weigher((ProductQuery query, CachedPage page) -> page.weight())
            .executor(Runnable::run)
            .build();
    private long writes;

    /** @param tags makes the ETag of a page's bytes */
    public PageCache(ProductsService products, Function<Buffer, String> tags) {
        this(products, tags, System::nanoTime);
    }

    PageCache(ProductsService products, Function<Buffer, String> tags, LongSupplier nanos) {
        this.products = products;
        this.tags = tags;
        this.nanos = nanos;
    }

    public Future<CachedPage> page(ProductQuery query, Call call) {
        CachedPage page = kept.getIfPresent(query);
        if (page != null && nanos.getAsLong() - page.asked() < AGE.toNanos()) {
            return Future.succeededFuture(page);
        }
        Future<CachedPage> running = asked.get(query);
        return running == null ? ask(query, call) : running;
    }

    private Future<CachedPage> ask(ProductQuery query, Call call) {
        long now = nanos.getAsLong();
        long writesBefore = writes;
        Future<CachedPage> answer =
                products.list(query, call).map(page -> new CachedPage(page, tags.apply(page.json()), now));
        asked.put(query, answer);
        return answer.onComplete(done -> {
            asked.remove(query, answer);
            if (done.succeeded() && writes == writesBefore) {
                kept.put(query, done.result());
            }
        });
    }

    /** Drops all pages when the write is answered, also when nobody knows what came of it. */
    public <T> Future<T> written(Future<T> write) {
        return write.onComplete(answered -> {
            writes++;
            kept.invalidateAll();
            asked.clear();
        });
    }
}
