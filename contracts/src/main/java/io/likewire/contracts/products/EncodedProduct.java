package io.likewire.contracts.products;

import io.vertx.core.buffer.Buffer;

/**
 * A product printed once, by its owner.
 *
 * @param json a {@link Product} as JSON bytes
 */
public record EncodedProduct(long id, long version, long likesVersion, Buffer json) {
    public static EncodedProduct of(Product product) {
        return new EncodedProduct(product.id(), product.version(), product.likesVersion(), product.print());
    }
}
