package io.likewire.gateway.edge;

import java.time.Duration;

/** Whether a peer takes what waits for it: 32 KB within the deadline, looked at three times in it. */
final class DrainRate {
    private static final int LEAST_TAKEN = 32 * 1024;
    private static final int CHECKS = 3;
    private int slowChecks;

    static long millisBetweenChecks(Duration deadline) {
        return Math.max(1, deadline.toMillis() / CHECKS);
    }

    /** @param taken since the last check; whether it was too little at each check of a deadline */
    boolean isTooSlow(boolean waits, long taken) {
        slowChecks = waits && taken < LEAST_TAKEN / CHECKS ? slowChecks + 1 : 0;
        return slowChecks >= CHECKS;
    }
}
