package io.likewire.likes.domain;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.platform.idempotency.KeyedCommand;
import java.util.UUID;

/**
 * A wish to like or unlike.
 *
 * @param id the same id again is the same wish
 * @param deadline epoch milliseconds after which nobody waits for the answer
 * @param traceparent goes along with the fact; may be null
 * @param key tells that the client sent the same request again; null for none
 */
public record Command(boolean like, Pair pair, UUID id, long deadline, RequestKey key, String traceparent) {
    public static Command like(long productId, Liker liker, UUID id, long deadline) {
        return new Command(true, new Pair(productId, liker), id, deadline, null, null);
    }

    public static Command unlike(long productId, Liker liker, UUID id, long deadline) {
        return new Command(false, new Pair(productId, liker), id, deadline, null, null);
    }

    public Command keyed(RequestKey newKey) {
        return new Command(like, pair, id, deadline, newKey, traceparent);
    }

    public Command traced(String newTraceparent) {
        return new Command(like, pair, id, deadline, key, newTraceparent);
    }

    public KeyedCommand withKey() {
        return new KeyedCommand(key, id);
    }

    public boolean expired(long now) {
        return deadline <= now;
    }
}
