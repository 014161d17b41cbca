package io.likewire.system.rig.ledger;

import io.likewire.system.rig.Reply;

/** What a caller knows after the answer, or without one. */
public enum Outcome {
    /** Done. */
    ACCEPTED,
    /** The like was there before. */
    PRESENT,
    /** Certainly not done. */
    REJECTED,
    /** Done or not: a timeout, a cut connection, or a server's error. */
    UNKNOWN;

    static Outcome of(Reply reply) {
        if (reply.status() / 100 == 2) {
            return ACCEPTED;
        }
        if (reply.status() == 400 && reply.text().contains("already-liked")) {
            return PRESENT;
        }
        return reply.status() / 100 == 4 ? REJECTED : UNKNOWN;
    }
}
