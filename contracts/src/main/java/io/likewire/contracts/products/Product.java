package io.likewire.contracts.products;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;

/**
 * A product as clients see it.
 *
 * @param likes the count last heard from the likes side; it follows within moments
 * @param likesVersion the version of that count; 0 before the first like
 * @param version grows with every change of what a {@link ProductDraft} has; opaque, below 2^53
 * @param description null in the pages of a list, which leave it out
 */
@JsonPropertyOrder({"id", "title", "image", "likes", "likesVersion", "version", "createdAt", "updatedAt", "description"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Product(
        long id,
        String title,
        String image,
        long likes,
        long likesVersion,
        long version,
        @JsonSerialize(using = ToStringSerializer.class) Instant createdAt,
        @JsonSerialize(using = ToStringSerializer.class) Instant updatedAt,
        String description) {

    /** What a client can change of it. */
    public ProductDraft draft() {
        return new ProductDraft(title, image, description);
    }

    /** JSON bytes, keys in the order of the contract. */
    public Buffer print() {
        return ProductJson.print(this);
    }

    /** A JSON array, in the order given. */
    public static Buffer print(List<Product> products) {
        return ProductJson.print(products);
    }

    /** JSON objects, each ended by a line feed, in the order given. */
    public static Buffer printLines(List<Product> products) {
        return ProductJson.lines(products);
    }
}
