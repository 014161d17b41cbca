package io.likewire.likes.domain;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

/** How many commands a transaction carries, and what becomes of them. */
public final class LikeMetrics {
    private final DistributionSummary batch;
    private final Counter added;
    private final Counter removed;

    public LikeMetrics(MeterRegistry metrics) {
        this.batch = DistributionSummary.builder("likewire.likes.batch")
                .serviceLevelObjectives(1, 4, 16, 64, 256)
                .register(metrics);
        this.added = metrics.counter("likewire.likes.changed", "kind", "added");
        this.removed = metrics.counter("likewire.likes.changed", "kind", "removed");
    }

    /** A batch is committed. */
    public void committed(BatchResult changes) {
        batch.record(changes.answers().size());
        for (CountChange change : changes.counts()) {
            added.increment(change.added());
            removed.increment(change.removed());
        }
    }
}
