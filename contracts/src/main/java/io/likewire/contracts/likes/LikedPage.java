package io.likewire.contracts.likes;

import io.vertx.core.buffer.Buffer;

/**
 * Some of the products that somebody likes, ordered by id.
 *
 * @param json an array of {@link LikedProduct}s as JSON bytes
 * @param lastId id of the last product when there may be more behind it; null on the last page
 */
public record LikedPage(Buffer json, Long lastId) {}
