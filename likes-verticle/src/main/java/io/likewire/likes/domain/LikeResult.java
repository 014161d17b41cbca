package io.likewire.likes.domain;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeOutcome;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * What a command comes to: an outcome, or why there is none.
 *
 * @param outcome null where {@code absence} says why
 */
public record LikeResult(LikeOutcome outcome, Absence absence) {
    /** Why there is no outcome. */
    public enum Absence {
        /** Not in the replica: it may be so new that its event is still on the way. */
        UNKNOWN,
        DELETED,
        /** The idempotency key belongs to another request. */
        OTHER_REQUEST,
        /** Nobody waits any more, and the same command may have been applied elsewhere since, and others after it. */
        LATE
    }

    static final LikeResult UNKNOWN_PRODUCT = new LikeResult(null, Absence.UNKNOWN);
    static final LikeResult DELETED_PRODUCT = new LikeResult(null, Absence.DELETED);
    static final LikeResult OTHER_REQUEST = new LikeResult(null, Absence.OTHER_REQUEST);

    static final LikeResult LATE = new LikeResult(null, Absence.LATE);

    long productId() {
        return outcome.count().productId();
    }

    LikeResult withCount(LikeCount count) {
        return new LikeResult(new LikeOutcome(outcome.liked(), outcome.changed(), count), null);
    }

    static LikeResult read(Buffer kept) {
        return new LikeResult(LikeOutcome.fromJson(new JsonObject(kept)), null);
    }

    LikeResult replay() {
        return outcome == null ? this : new LikeResult(outcome.replay(), null);
    }
}
