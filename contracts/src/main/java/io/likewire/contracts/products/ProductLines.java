package io.likewire.contracts.products;

import io.vertx.core.buffer.Buffer;

/**
 * Some products in a row, ordered by id.
 *
 * @param json {@link Product}s as JSON bytes, each ended by a line feed; empty when there are none
 * @param lastId id of the last one when there may be more behind it; null at the end
 */
public record ProductLines(Buffer json, Long lastId) {}
