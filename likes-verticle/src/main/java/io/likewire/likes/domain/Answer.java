package io.likewire.likes.domain;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeOutcome;

/**
 * What a command comes to: an outcome, or why there is none.
 *
 * @param outcome null where {@code absence} says why
 */
public record Answer(LikeOutcome outcome, Absence absence) {
    /** Why a product can't be liked. */
    public enum Absence {
        /** Not in the replica: it may be so new that its fact is still on the way. */
        UNKNOWN,
        DELETED
    }

    static final Answer UNKNOWN_PRODUCT = new Answer(null, Absence.UNKNOWN);
    static final Answer DELETED_PRODUCT = new Answer(null, Absence.DELETED);

    long productId() {
        return outcome.count().productId();
    }

    Answer withCount(LikeCount count) {
        return new Answer(new LikeOutcome(outcome.liked(), outcome.changed(), count), null);
    }
}
