package io.likewire.gateway.guard;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many calls may run at once. The bound grows while calls that fill it come back in time, and shrinks by a fifth, once
 * a round trip, when they don't: so what waits is worth waiting for, however fast the service is at the moment.
 */
final class Bound {
    private static final int LEAST = 16;
    private static final double SHRINK = 0.8;
    private static final double GROW = 8;
    private static final double BUSY = 0.5;

    private final int most;
    private final long slow;
    private final LongSupplier clock;
    private final LongSupplier lag;
    private double limit;
    private int running;
    private long shrunkAt;

    /**
     * @param most the greatest number, and the first one
     * @param slow a call that takes longer waited too long
     * @param clock nanoseconds
     * @param lag how many of them an answer waits for this event loop
     */
    Bound(int most, Duration slow, LongSupplier clock, LongSupplier lag) {
        this.most = most;
        this.slow = slow.toNanos();
        this.clock = clock;
        this.lag = lag;
        this.limit = most;
        this.shrunkAt = clock.getAsLong();
    }

    boolean full() {
        return running >= (int) limit;
    }

    int limit() {
        return (int) limit;
    }

    int running() {
        return running;
    }

    /** A call begins; what it returns belongs to {@link #end}. */
    long begin() {
        running++;
        return clock.getAsLong();
    }

    void end(long begun) {
        long now = clock.getAsLong();
        boolean busy = running > limit * BUSY;
        running--;
        if (now - begun > slow && now - begun - lag.getAsLong() > slow) {
            shrink(begun, now);
        } else if (busy) {
            limit = Math.min(most, limit + GROW / limit);
        }
    }

    /** Calls that began before the last time tell nothing about what it did. */
    private void shrink(long begun, long now) {
        if (begun - shrunkAt >= 0) {
            limit = Math.max(LEAST, limit * SHRINK);
            shrunkAt = now;
        }
    }
}
