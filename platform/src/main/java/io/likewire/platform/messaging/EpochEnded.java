package io.likewire.platform.messaging;

/** A call on a connection that is no more. */
final class EpochEnded extends RuntimeException {
    EpochEnded(Death death) {
        super("The connection to the broker ended: " + death.reason(), null, false, false);
    }
}
