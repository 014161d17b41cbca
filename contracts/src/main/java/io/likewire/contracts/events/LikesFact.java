package io.likewire.contracts.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.buffer.Buffer;

/**
 * Body of {@code product_likes_changed}: the absolute count and its version. One message may stand for many likes.
 *
 * @param added how many likes came since the message before, for statistics; never add them up to a count
 * @param removed how many were taken back, likewise
 */
@JsonPropertyOrder({"productId", "likes", "version", "added", "removed"})
public record LikesFact(
        @JsonProperty(required = true) long productId,
        @JsonProperty(required = true) long likes,
        @JsonProperty(required = true) long version,
        @JsonProperty(required = true) int added,
        @JsonProperty(required = true) int removed) {
    private static final ObjectReader READER = Facts.readerOf(LikesFact.class);

    /** @throws MalformedFact when nobody could apply it */
    public static LikesFact read(Buffer body) {
        LikesFact fact = Facts.read(READER, body);
        Facts.checkId("productId", fact.productId);
        Facts.check(fact.likes >= 0, "Expected no negative likes, but got " + fact.likes);
        Facts.check(Versions.possible(fact.version), "Expected a possible version, but got " + fact.version);
        return fact;
    }

    public Buffer print() {
        return Facts.print(this);
    }
}
