package io.likewire.gateway.lists;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps answers for a while from when they were asked for. Callers who ask the same at the same time share one question. No
 * answer to a question from before {@link #clear()} is kept or shared. Runs on one event loop.
 */
public final class ReadCache<K, V> {
    private static final long MOST_BYTES = 16L << 20;

    private record Kept<V>(V answer, long asked) {}

    private final long age;
    private final LongSupplier nanos;
    private final Predicate<V> keeps;
    private final Map<K, Future<V>> asked = new HashMap<>();
    private final Cache<K, Kept<V>> kept;
    private long cleared;

    /**
     * @param age how long an answer may be kept
     * @param bytes how much memory an answer takes
     * @param keeps which answers may be kept
     */
    public ReadCache(Duration age, LongSupplier nanos, Weigher<K, V> bytes, Predicate<V> keeps) {
        this.age = age.toNanos();
        this.nanos = nanos;
        this.keeps = keeps;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(age)
                .maximumWeight(MOST_BYTES)
                .weigher((K key, Kept<V> one) -> bytes.weigh(key, one.answer()))
                .executor(Runnable::run)
                .build();
    }

    /** @param owner who is asked when no answer is kept */
    public Future<V> get(K key, Supplier<Future<V>> owner) {
        Kept<V> known = kept.getIfPresent(key);
        if (known != null && nanos.getAsLong() - known.asked() < age) {
            return Future.succeededFuture(known.answer());
        }
        Future<V> running = asked.get(key);
        return running == null ? ask(key, owner) : running;
    }

    private Future<V> ask(K key, Supplier<Future<V>> owner) {
        long now = nanos.getAsLong();
        long clearedBefore = cleared;
        Future<V> answer = owner.get();
        asked.put(key, answer);
        return answer.onComplete(done -> {
            asked.remove(key, answer);
            if (done.succeeded() && cleared == clearedBefore && keeps.test(done.result())) {
                kept.put(key, new Kept<>(done.result(), now));
            }
        });
    }

    /** Null when none is kept. */
    V peek(K key) {
        Kept<V> known = kept.getIfPresent(key);
        return known == null ? null : known.answer();
    }

    void drop(K key) {
        kept.invalidate(key);
        asked.remove(key);
    }

    void clear() {
        cleared++;
        kept.invalidateAll();
        asked.clear();
    }
}
