package io.likewire.gateway.limits;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many calls may run at once. The limit grows while calls that fill it come back in time, and shrinks by a fifth, once
 * a round trip, when they don't: so what waits is worth waiting for, however fast the service is at the moment. What slow
 * calls taught is forgotten when none has come for a while: otherwise the first crowd after a quiet time would pay for the
 * last bad one.
 */
final class AdaptiveLimit {
    private static final double SHRINK = 0.8;
    private static final double GROW = 8;
    private static final double BUSY = 0.5;
    private static final long REMEMBERED = TimeUnit.SECONDS.toNanos(10);

    private final int least;
    private final int most;
    private final long slow;
    private final LongSupplier clock;
    private final LongSupplier lag;
    private double limit;
    private int running;
    private long shrunkAt;
    private long slowAt;

    /**
     * @param range at first the most
     * @param slow a call that takes longer waited too long
     * @param clock nanoseconds
     * @param lag how many of them an answer waits for this event loop
     */
    AdaptiveLimit(ConcurrencyRange range, Duration slow, LongSupplier clock, LongSupplier lag) {
        this.least = range.least();
        this.most = range.most();
        this.slow = slow.toNanos();
        this.clock = clock;
        this.lag = lag;
        this.limit = range.most();
        this.shrunkAt = clock.getAsLong();
        this.slowAt = shrunkAt;
    }

    boolean full() {
        if (running >= (int) limit) {
            forget();
        }
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
            slowAt = now;
            shrink(begun, now);
        } else if (busy) {
            limit = Math.min(most, limit + GROW / limit);
        }
    }

    private void forget() {
        if (clock.getAsLong() - slowAt > REMEMBERED) {
            limit = most;
        }
    }

    /** Calls that began before the last time tell nothing about what it did. */
    private void shrink(long begun, long now) {
        if (begun - shrunkAt >= 0) {
            limit = Math.max(least, limit * SHRINK);
            shrunkAt = now;
        }
    }
}
