package io.likewire.platform.recovery;

/**
 * What one transaction told once more.
 *
 * @param events how many events it left in the outbox
 * @param lastId where the next page begins; null after the last one
 */
public record RepublishPage(int events, Long lastId) {}
