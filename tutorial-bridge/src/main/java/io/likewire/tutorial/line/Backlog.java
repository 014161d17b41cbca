package io.likewire.tutorial.line;

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

    public static Passes watch(Vertx vertx, SqlOutgoing outgoing, MeterRegistry metrics) {
        AtomicLong rows = new AtomicLong();
        Gauge.builder("likewire.tutorial.waiting", rows, AtomicLong::get).register(metrics);
        Passes passes = new Passes(
                vertx, "the backlog", () -> outgoing.span().onSuccess(rows::set).map(false), LOOK_EVERY);
        passes.wake();
        return passes;
    }
}
