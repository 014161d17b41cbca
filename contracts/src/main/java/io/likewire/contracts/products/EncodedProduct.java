package io.likewire.contracts.products;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A product printed once, by its owner.
 *
 * @param json a {@link Product} as JSON bytes
 * @param replayed whether this is what an earlier request with the same idempotency key came to
 */
public record EncodedProduct(long id, long version, long likesVersion, Buffer json, boolean replayed) {
    public EncodedProduct(long id, long version, long likesVersion, Buffer json) {
        this(id, version, likesVersion, json, false);
    }

    public static EncodedProduct of(Product product) {
        return new EncodedProduct(product.id(), product.version(), product.likesVersion(), product.print());
    }

    /** A product that was printed and kept. */
    public static EncodedProduct read(Buffer json, boolean replayed) {
        JsonObject product = new JsonObject(json);
        return new EncodedProduct(
                product.getLong("id"), product.getLong("version"), product.getLong("likesVersion"), json, replayed);
    }
}
