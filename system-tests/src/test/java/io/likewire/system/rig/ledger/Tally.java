package io.likewire.system.rig.ledger;

/** Running counts of a load. */
public final class Tally {
    private long acceptedLikes;
    private long errors;
    private long acceptedSinceError;

    synchronized void add(Wish wish, Outcome outcome) {
        if (outcome == Outcome.UNKNOWN) {
            errors++;
            acceptedSinceError = 0;
        } else if (outcome == Outcome.ACCEPTED) {
            acceptedSinceError++;
            acceptedLikes += wish == Wish.LIKE ? 1 : 0;
        }
    }

    public synchronized long acceptedLikes() {
        return acceptedLikes;
    }

    public synchronized long errors() {
        return errors;
    }

    public synchronized long acceptedSinceError() {
        return acceptedSinceError;
    }

    /** From now on. */
    public synchronized void forgetLastError() {
        acceptedSinceError = 0;
    }
}
