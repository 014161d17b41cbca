package io.likewire.tutorial.transfer;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.likewire.tutorial.store.SqlOutgoing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** {@code likewire_tutorial_waiting}: rows that are still to be sent. */
public final class Backlog {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private Backlog() {}

    public static RepeatedTask watch(Vertx vertx, SqlOutgoing outgoing, MeterRegistry metrics) {
        AtomicLong rows = new AtomicLong();
        Gauge.builder("likewire.tutorial.waiting", rows, AtomicLong::get).register(metrics);
        RepeatedTask task = new RepeatedTask(vertx, "the backlog", Backoff.RECONNECT, () -> outgoing.span()
                .onSuccess(rows::set)
                .map(LOOK_EVERY));
        task.start(Duration.ZERO);
        return task;
    }
}
