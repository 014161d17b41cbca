package io.likewire.gateway.live;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time, so that tests can do without waiting. */
interface Timers {
    /** Milliseconds since some moment. */
    long now();

    /** @return ends it before its time */
    Runnable after(Duration delay, Runnable action);

    /** When the current event is done. */
    void soon(Runnable action);

    static Timers of(Vertx vertx) {
        return new Timers() {
            @Override
            public long now() {
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
            }

            @Override
            public Runnable after(Duration delay, Runnable action) {
                long timer = vertx.setTimer(Math.max(1, delay.toMillis()), over -> action.run());
                return () -> vertx.cancelTimer(timer);
            }

            @Override
            public void soon(Runnable action) {
                vertx.runOnContext(now -> action.run());
            }
        };
    }
}
