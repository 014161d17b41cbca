package io.likewire.gateway.live;

import java.time.Duration;

/** Runs an action at once when it has rested long enough, else at the end of the gap: never more often, always at last. */
final class FrameThrottle {
    private final Timers timers;
    private final long gapMs;
    private final Runnable action;
    private long lastRun;
    private boolean waiting;

    FrameThrottle(Timers timers, Duration gap, Runnable action) {
        this.timers = timers;
        this.gapMs = gap.toMillis();
        this.action = action;
        this.lastRun = timers.now() - gapMs;
    }

    void request() {
        if (waiting) {
            return;
        }
        long rest = lastRun + gapMs - timers.now();
        if (rest <= 0) {
            run();
            return;
        }
        waiting = true;
        timers.after(Duration.ofMillis(rest), this::run);
    }

    /** Something equivalent has just been done elsewhere. */
    void rest() {
        lastRun = timers.now();
    }

    private void run() {
        waiting = false;
        lastRun = timers.now();
        action.run();
    }
}
