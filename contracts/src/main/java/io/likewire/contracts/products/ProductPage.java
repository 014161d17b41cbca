package io.likewire.contracts.products;

import io.vertx.core.buffer.Buffer;

/**
 * Some products in a row, ordered by id.
 *
 * @param json an array of {@link Product}s as JSON bytes
 * @param lastId id of the last one when there may be more behind it; null on the last page
 */
public record ProductPage(Buffer json, Long lastId) {}
