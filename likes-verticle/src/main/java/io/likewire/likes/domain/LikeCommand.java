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
 * @param traceparent goes along with the event; may be null
 * @param key tells that the client sent the same request again; null for none
 */
public record LikeCommand(boolean like, LikeKey pair, UUID id, long deadline, RequestKey key, String traceparent) {
    public static LikeCommand like(long productId, Liker liker, UUID id, long deadline) {
        return new LikeCommand(true, new LikeKey(productId, liker), id, deadline, null, null);
    }

    public static LikeCommand unlike(long productId, Liker liker, UUID id, long deadline) {
        return new LikeCommand(false, new LikeKey(productId, liker), id, deadline, null, null);
    }

    public LikeCommand keyed(RequestKey newKey) {
        return new LikeCommand(like, pair, id, deadline, newKey, traceparent);
    }

    public LikeCommand traced(String newTraceparent) {
        return new LikeCommand(like, pair, id, deadline, key, newTraceparent);
    }

    public KeyedCommand withKey() {
        return new KeyedCommand(key, id);
    }

    public boolean expired(long now) {
        return deadline <= now;
    }
}
