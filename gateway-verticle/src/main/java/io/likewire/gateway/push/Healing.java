package io.likewire.gateway.push;

import io.likewire.contracts.likes.LikeCount;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Asks for everything that is watched every now and then, so that a lost last update heals. */
final class Healing {
    private final TrueCounts trueCounts;
    private final ProductTopics topics;
    private final Timers timers;
    private final Duration period;
    private final Consumer<LikeCount> changed;

    Healing(TrueCounts trueCounts, ProductTopics topics, Timers timers, Duration period, Consumer<LikeCount> changed) {
        this.trueCounts = trueCounts;
        this.topics = topics;
        this.timers = timers;
        this.period = period;
        this.changed = changed;
    }

    void start() {
        timers.after(period, this::sweep);
    }

    private void sweep() {
        heal(topics.ids()).onComplete(done -> start());
    }

    /** One batch after the other; a failed one ends the sweep, since the rest would only wait as well. */
    private Future<Void> heal(List<Long> ids) {
        if (ids.isEmpty()) {
            return Future.succeededFuture();
        }
        int batch = Math.min(ids.size(), TrueCounts.IDS_MAX);
        return trueCounts
                .of(ids.subList(0, batch))
                .onSuccess(counts -> counts.forEach(changed))
                .compose(counts -> heal(ids.subList(batch, ids.size())));
    }
}
