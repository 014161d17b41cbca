package io.likewire.likes.maintenance;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts that the other side has not got yet. One is lost when it is still not there after a while although it no longer
 * waits on the way, and several answers in a row say so: they come from all nodes in turn, and a node that has events in hand gives
 * none. The while is longer than a broker takes to fetch back what a frozen reader held.
 */
public final class LaggingProjections {
    public static final Duration LOST_AFTER = Duration.ofSeconds(45);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST = 10_000;
    private static final int MOST_AT_ONCE = 100;

    private static final int ANSWERS_IN_A_ROW = 5;

    private record Behind(long version, long since) {}

    private final Duration lostAfter;
    private final Function<List<Long>, Future<List<Long>>> delivered;
    private final Map<Long, Behind> behind = new HashMap<>();
    private final Map<Long, Integer> answers = new HashMap<>();

    /** @param delivered those products of which no count waits for the broker or in the queue; fails when that can't be told */
    public LaggingProjections(Duration lostAfter, Function<List<Long>, Future<List<Long>>> delivered) {
        this.lostAfter = lostAfter;
        this.delivered = delivered;
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
        return delivered
                .apply(due)
                .compose(arrived -> arrived.isEmpty()
                        ? Future.failedFuture("events are on the way")
                        : products.projectedCounts(due, Call.question(PATIENCE))
                                .map(theirs -> settle(due, arrived, theirs)))
                .otherwise(unknown -> {
                    answers.clear();
                    return List.of();
                });
    }

    private List<Long> settle(List<Long> due, List<Long> arrived, List<LikeCount> theirs) {
        List<Long> late = theirs.stream()
                .filter(count -> count.version() < behind.get(count.productId()).version())
                .map(LikeCount::productId)
                .toList();
        due.stream().filter(id -> !late.contains(id)).forEach(this::forget);
        answers.keySet().removeIf(id -> !arrived.contains(id));
        List<Long> lost = late.stream()
                .filter(arrived::contains)
                .filter(id -> answers.merge(id, 1, Integer::sum) >= ANSWERS_IN_A_ROW)
                .toList();
        lost.forEach(this::forget);
        return lost;
    }

    private void forget(long productId) {
        behind.remove(productId);
        answers.remove(productId);
    }
}
