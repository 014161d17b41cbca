package io.likewire.gateway.limits;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/** How late this event loop is: what answers wait for here says nothing about the service that gave them. */
final class EventLoopLag {
    private static final long TICK_MS = 20;
    private long due;
    private long late;

    EventLoopLag(Vertx vertx) {
        due = System.nanoTime();
        vertx.setPeriodic(TICK_MS, tick -> measure(System.nanoTime()));
    }

    private void measure(long now) {
        late = Math.max(0, now - due - TimeUnit.MILLISECONDS.toNanos(TICK_MS));
        due = now;
    }

    /** In nanoseconds: what the last tick was late, or what the next one is late already. */
    long nanos() {
        return Math.max(late, System.nanoTime() - due - TimeUnit.MILLISECONDS.toNanos(TICK_MS));
    }
}
