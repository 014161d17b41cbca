package io.likewire.likes.domain;

import io.likewire.contracts.bus.Call;
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
 * @param isAmongOthers whether others wait for its answer
 */
public record LikeCommand(
        boolean like, LikeKey pair, UUID id, long deadline, RequestKey key, String traceparent, boolean isAmongOthers) {
    public static LikeCommand like(long productId, Liker liker, UUID id, long deadline) {
        return new LikeCommand(true, new LikeKey(productId, liker), id, deadline, null, null, false);
    }

    public static LikeCommand unlike(long productId, Liker liker, UUID id, long deadline) {
        return new LikeCommand(false, new LikeKey(productId, liker), id, deadline, null, null, false);
    }

    /** What a call asks for. */
    static LikeCommand of(boolean like, long productId, Call call) {
        RequestKey key = like ? call.idempotencyKey() : null;
        LikeKey pair = new LikeKey(productId, call.liker());
        return new LikeCommand(like, pair, call.commandId(), call.deadline(), key, call.traceparent(), false);
    }

    public LikeCommand keyed(RequestKey newKey) {
        return new LikeCommand(like, pair, id, deadline, newKey, traceparent, isAmongOthers);
    }

    LikeCommand amongOthers() {
        return new LikeCommand(like, pair, id, deadline, key, traceparent, true);
    }

    public KeyedCommand withKey() {
        return new KeyedCommand(key, id);
    }

    public boolean expired(long now) {
        return deadline <= now;
    }
}
