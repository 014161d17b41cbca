package io.likewire.likes.domain;

import io.likewire.contracts.bus.Liker;
import java.util.UUID;

/**
 * A wish to like or unlike.
 *
 * @param id the same id again is the same wish
 * @param deadline epoch milliseconds after which nobody waits for the answer
 */
public record Command(boolean like, Pair pair, UUID id, long deadline) {
    public static Command like(long productId, Liker liker, UUID id, long deadline) {
        return new Command(true, new Pair(productId, liker), id, deadline);
    }

    public static Command unlike(long productId, Liker liker, UUID id, long deadline) {
        return new Command(false, new Pair(productId, liker), id, deadline);
    }

    boolean expired(long now) {
        return deadline <= now;
    }
}
