package io.likewire.likes.domain;

import io.likewire.contracts.likes.LikeCount;

/**
 * A product's new absolute count, and what the batch added and removed.
 *
 * @param traceparent of the last command that changed something; may be null
 */
public record CountChange(LikeCount count, int added, int removed, String traceparent) {
    public CountChange(LikeCount count, int added, int removed) {
        this(count, added, removed, null);
    }
}
