package io.likewire.contracts.products;

import io.vertx.core.buffer.Buffer;

/**
 * Some products in a row, in the order asked for.
 *
 * @param json an array of {@link Product}s as JSON bytes
 * @param next where the next page begins; null on the last page
 * @param total null unless it was asked for
 */
public record ProductPage(Buffer json, ProductPosition next, ProductTotal total) {}
