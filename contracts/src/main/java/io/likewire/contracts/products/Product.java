package io.likewire.contracts.products;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * A product as clients see it.
 *
 * @param likes the count last heard from the likes side; it follows within moments
 * @param likesVersion the version of that count; 0 before the first like
 * @param version grows with every change of title or image; opaque, below 2^53
 */
public record Product(
        long id,
        String title,
        String image,
        long likes,
        long likesVersion,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** Keys in the order of the contract: id, title, image, likes first. */
    public JsonObject toJson() {
        return new JsonObject()
                .put("id", id)
                .put("title", title)
                .put("image", image)
                .put("likes", likes)
                .put("likesVersion", likesVersion)
                .put("version", version)
                .put("createdAt", createdAt.toString())
                .put("updatedAt", updatedAt.toString());
    }

    /** An array, in the order given. */
    public static Buffer print(List<Product> products) {
        return new JsonArray(products.stream().map(Product::toJson).toList()).toBuffer();
    }
}
