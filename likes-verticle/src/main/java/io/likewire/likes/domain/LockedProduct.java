package io.likewire.likes.domain;

/**
 * A product's row while this transaction holds its lock.
 *
 * @param version of the count as it is
 * @param nextVersion what the database gives the next count
 */
public record LockedProduct(long id, long likes, long version, long nextVersion, boolean deleted) {}
