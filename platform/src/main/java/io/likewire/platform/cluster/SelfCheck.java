package io.likewire.platform.cluster;

/**
 * Decides from rounds of questions whether this node is cut off, and what to do about it. Slow to judge: a node that has
 * just woken, or is too busy to ask in time, does not judge itself, and a peer that is frozen for as long as the cluster
 * waits for it is no proof.
 */
final class SelfCheck {
    /** What follows from a round. */
    enum Step {
        NOTHING,
        REGISTER_AGAIN,
        GIVE_UP
    }

    /** Rounds in a row before registering again. */
    private static final int SUSPICIOUS = 3;

    /** Rounds in a row before giving up, when the others say that this node is absent. */
    private static final int CERTAIN = 8;

    /** Rounds in a row before giving up, when nobody answers: longer than the cluster waits for a frozen node. */
    private static final int HOPELESS = 15;

    private static final int ROUNDS_BETWEEN_REPAIRS = 8;

    private final long periodMs;
    private long lastMs;
    private long calmUntilMs;
    private int cutOff;
    private int missed;

    /** @param periodMs from one round to the next */
    SelfCheck(long periodMs, long nowMs) {
        this.periodMs = periodMs;
        this.lastMs = nowMs;
    }

    Step after(ProbeRound probeRound, long nowMs) {
        boolean late = nowMs - lastMs > 2 * periodMs;
        if (nowMs - lastMs > 4 * periodMs) {
            woke(nowMs);
        }
        lastMs = nowMs;
        if (late) {
            return Step.NOTHING;
        }
        if (probeRound.cutOff()) {
            return cutOffFor(++cutOff, probeRound, nowMs);
        }
        cutOff = 0;
        return missedBySome(probeRound);
    }

    boolean suspicious() {
        return cutOff >= SUSPICIOUS;
    }

    private void woke(long nowMs) {
        cutOff = 0;
        missed = 0;
        calmUntilMs = nowMs + HOPELESS * periodMs;
    }

    private Step cutOffFor(int rounds, ProbeRound probeRound, long nowMs) {
        if (rounds >= (probeRound.certain() ? CERTAIN : HOPELESS) && nowMs >= calmUntilMs) {
            return Step.GIVE_UP;
        }
        return rounds % SUSPICIOUS == 0 ? Step.REGISTER_AGAIN : Step.NOTHING;
    }

    /** One node's view is stale: registering again refreshes it, but not in every round. */
    private Step missedBySome(ProbeRound probeRound) {
        missed = probeRound.absent() > 0 ? missed + 1 : 0;
        return missed % ROUNDS_BETWEEN_REPAIRS == SUSPICIOUS ? Step.REGISTER_AGAIN : Step.NOTHING;
    }
}
