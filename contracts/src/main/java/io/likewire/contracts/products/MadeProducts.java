package io.likewire.contracts.products;

import io.vertx.core.buffer.Buffer;

/**
 * Products that were made together, printed once, by their owner.
 *
 * @param json {@link Product}s as JSON bytes in the order of their drafts, each ended by a line feed
 * @param replayed whether this is what an earlier request with the same idempotency key came to
 */
public record MadeProducts(Buffer json, boolean replayed) {}
