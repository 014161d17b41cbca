package io.likewire.platform.outbox;

import java.time.Duration;

/**
 * What one pass of the relay came to.
 *
 * @param relayed messages that the broker now has
 * @param left messages remain because the broker did not take them
 * @param next when to look again
 */
public record RelayResult(int relayed, boolean left, Duration next) {
    public static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Nothing waits: the next look is at the next commit of this node, or at one of the others' after half a second. */
    public static final RelayResult NOTHING = new RelayResult(0, false, LOOK_EVERY);

    RelayResult and(RelayResult other) {
        return new RelayResult(
                relayed + other.relayed, left || other.left, next.compareTo(other.next) < 0 ? next : other.next);
    }
}
