package io.likewire.contracts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.buffer.Buffer;

/**
 * Body of {@code product_created}, {@code product_updated} and {@code product_deleted}. A deletion has only id and
 * version. A reader ignores what is not newer than what it has.
 */
@JsonPropertyOrder({"id", "title", "image", "version"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductFact(
        @JsonProperty(required = true) long id,
        String title,
        String image,
        @JsonProperty(required = true) long version) {
    private static final ObjectReader READER = Facts.readerOf(ProductFact.class);

    public static ProductFact deletion(long id, long version) {
        return new ProductFact(id, null, null, version);
    }

    /** @throws MalformedFact when nobody could apply it */
    public static ProductFact read(EventType type, Buffer body) {
        ProductFact fact = Facts.read(READER, body);
        Facts.checkId("id", fact.id);
        Facts.check(Versions.possible(fact.version), "Expected a possible version, but got " + fact.version);
        boolean complete = fact.title != null && fact.image != null;
        Facts.check(type == EventType.PRODUCT_DELETED || complete, "Expected a title and an image");
        return fact;
    }

    public Buffer print() {
        return Facts.print(this);
    }
}
