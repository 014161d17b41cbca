package io.likewire.platform.republish;

/**
 * What one transaction told once more.
 *
 * @param facts how many facts it left in the outbox
 * @param lastId where the next page begins; null after the last one
 */
public record Page(int facts, Long lastId) {}
