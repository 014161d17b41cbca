package io.likewire.likes.upkeep;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Counts that the other side has not got yet. One is lost when it is still not there after a while although nothing waits on
 * the way; the while is longer than a broker takes to fetch back what a frozen reader held.
 */
public final class Laggards {
    public static final Duration LOST_AFTER = Duration.ofSeconds(45);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST = 10_000;
    private static final int MOST_AT_ONCE = 100;

    private record Behind(long version, long since) {}

    private final Duration lostAfter;
    private final Supplier<Future<Boolean>> nothingOnTheWay;
    private final Map<Long, Behind> behind = new HashMap<>();

    /** @param nothingOnTheWay whether outbox and queue are empty; fails when that can't be told */
    public Laggards(Duration lostAfter, Supplier<Future<Boolean>> nothingOnTheWay) {
        this.lostAfter = lostAfter;
        this.nothingOnTheWay = nothingOnTheWay;
    }

    void note(LikeCount ours) {
        if (behind.size() < MOST) {
            behind.putIfAbsent(ours.productId(), new Behind(ours.version(), System.currentTimeMillis()));
        }
    }

    /** Products whose count of then has not come in all this time. Forgets those that it has come for. */
    Future<List<Long>> lost(ProductsService products) {
        long now = System.currentTimeMillis();
        List<Long> due = behind.entrySet().stream()
                .filter(one -> now - one.getValue().since() >= lostAfter.toMillis())
                .map(Map.Entry::getKey)
                .limit(MOST_AT_ONCE)
                .toList();
        if (due.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return nothingOnTheWay
                .get()
                .compose(nothing -> nothing
                        ? products.projectedCounts(due, Call.question(PATIENCE)).map(theirs -> settle(due, theirs))
                        : Future.succeededFuture(List.of()));
    }

    private List<Long> settle(List<Long> due, List<LikeCount> theirs) {
        List<Long> lost = theirs.stream()
                .filter(count -> count.version() < behind.get(count.productId()).version())
                .map(LikeCount::productId)
                .toList();
        due.forEach(behind::remove);
        return lost;
    }
}
