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
public record Answer(LikeOutcome outcome, Absence absence) {
    /** Why there is no outcome. */
    public enum Absence {
        /** Not in the replica: it may be so new that its fact is still on the way. */
        UNKNOWN,
        DELETED,
        /** The idempotency key belongs to another request. */
        OTHER_REQUEST,
        /** Nobody waits any more, and the same command may have been played elsewhere since, and others after it. */
        LATE
    }

    static final Answer UNKNOWN_PRODUCT = new Answer(null, Absence.UNKNOWN);
    static final Answer DELETED_PRODUCT = new Answer(null, Absence.DELETED);
    static final Answer OTHER_REQUEST = new Answer(null, Absence.OTHER_REQUEST);

    static final Answer LATE = new Answer(null, Absence.LATE);

    long productId() {
        return outcome.count().productId();
    }

    Answer withCount(LikeCount count) {
        return new Answer(new LikeOutcome(outcome.liked(), outcome.changed(), count), null);
    }

    static Answer read(Buffer kept) {
        return new Answer(LikeOutcome.fromJson(new JsonObject(kept)), null);
    }

    Answer replay() {
        return outcome == null ? this : new Answer(outcome.replay(), null);
    }
}
