package io.likewire.contracts.products;

/**
 * How many products a list has on all its pages.
 *
 * @param exact false where counting was ended at {@code count}: there are more
 */
public record ProductTotal(long count, boolean exact) {}
