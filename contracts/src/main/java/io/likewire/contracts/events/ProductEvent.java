package io.likewire.contracts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.buffer.Buffer;

/**
 * Body of {@code product_created}, {@code product_updated} and {@code product_deleted}. A deletion has only id and
 * version. A reader ignores what is not newer than what it has.
 *
 * @param description null in a deletion, and from a release that knew none
 */
@JsonPropertyOrder({"id", "title", "image", "version", "description"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductEvent(
        @JsonProperty(required = true) long id,
        String title,
        String image,
        @JsonProperty(required = true) long version,
        String description) {
    private static final ObjectReader READER = EventJson.readerOf(ProductEvent.class);

    public static ProductEvent deletion(long id, long version) {
        return new ProductEvent(id, null, null, version, null);
    }

    /** @throws MalformedEvent when nobody could apply it */
    public static ProductEvent read(EventType type, Buffer body) {
        ProductEvent event = EventJson.read(READER, body);
        EventJson.checkId("id", event.id);
        EventJson.check(Versions.possible(event.version), "Expected a possible version, but got " + event.version);
        boolean complete = event.title != null && event.image != null;
        EventJson.check(type == EventType.PRODUCT_DELETED || complete, "Expected a title and an image");
        return event;
    }

    public Buffer print() {
        return EventJson.print(this);
    }
}
