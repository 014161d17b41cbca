package io.likewire.system.rig.ledger;

import java.util.UUID;

/**
 * One request and what came of it.
 *
 * @param at when it was sent, in milliseconds since 1970
 * @param status 0 without an answer
 * @param millis until the answer, or until none was awaited any longer
 */
public record Entry(
        long number, Wish wish, UUID liker, long product, long at, Outcome outcome, int status, long millis) {
    /** What went unanswered when the writer of the ledger ended. */
    static Entry open(long number, Wish wish, UUID liker, long product, long at) {
        return new Entry(number, wish, liker, product, at, Outcome.UNKNOWN, 0, 0);
    }

    Entry settled(Outcome settledOutcome, int settledStatus, long settledMillis) {
        return new Entry(number, wish, liker, product, at, settledOutcome, settledStatus, settledMillis);
    }

    Like like() {
        return new Like(product, liker);
    }

    public boolean isRead() {
        return wish == Wish.READ;
    }

    public boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }

    public boolean isError() {
        return outcome == Outcome.UNKNOWN;
    }

    /** When the answer came, in milliseconds since 1970. */
    public long end() {
        return at + millis;
    }
}
