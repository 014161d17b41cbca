package io.likewire.gateway.live;

import io.likewire.contracts.likes.LikeCount;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks for everything that is watched every now and then, so that a lost last update heals. */
record PeriodicRefresh(
        CountQueries countQueries,
        Supplier<Set<Long>> watched,
        Timers timers,
        Duration period,
        Consumer<LikeCount> changed) {
    void start() {
        timers.after(period, this::sweep);
    }

    private void sweep() {
        Future.succeededFuture()
                .compose(now -> heal(List.copyOf(watched.get())))
                .onComplete(done -> start());
    }

    /** One batch after the other; a failed one ends the sweep, since the rest would only wait as well. */
    private Future<Void> heal(List<Long> ids) {
        if (ids.isEmpty()) {
            return Future.succeededFuture();
        }
        int batch = Math.min(ids.size(), CountQueries.IDS_MAX);
        return countQueries.of(ids.subList(0, batch)).compose(counts -> {
            counts.forEach(changed);
            return heal(ids.subList(batch, ids.size()));
        });
    }
}
