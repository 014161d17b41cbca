package io.likewire.contracts.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Body of {@code product_likes_changed}: the absolute count and its version. One message may stand for many likes.
 *
 * @param added how many likes came since the message before, for statistics; never add them up to a count
 * @param removed how many were taken back, likewise
 */
@JsonPropertyOrder({"productId", "likes", "version", "added", "removed"})
public record LikesEvent(
        @JsonProperty(required = true) long productId,
        @JsonProperty(required = true) long likes,
        @JsonProperty(required = true) long version,
        @JsonProperty(required = true) int added,
        @JsonProperty(required = true) int removed) {
    private static final long UUID_VERSION_7 = 0x7000;
    private static final long UUID_VARIANT = 1L << 63;
    private static final ObjectReader READER = EventJson.readerOf(LikesEvent.class);

    /** @throws MalformedEvent when nobody could apply it */
    public static LikesEvent read(Buffer body) {
        LikesEvent event = EventJson.read(READER, body);
        EventJson.checkId("productId", event.productId);
        EventJson.check(event.likes >= 0, "Expected no negative likes, but got " + event.likes);
        EventJson.check(Versions.possible(event.version), "Expected a possible version, but got " + event.version);
        return event;
    }

    public Buffer print() {
        return EventJson.print(this);
    }

    /** A UUIDv7 of the version's time, the version and the product: the same for the same count, another for any other. */
    public UUID messageId() {
        long millis = version / 1_000;
        long rest = version % 1_000;
        return new UUID(millis << 16 | UUID_VERSION_7 | rest, UUID_VARIANT | productId);
    }

    /** When the count became so, by the clock of the database. */
    public Instant time() {
        return Instant.EPOCH.plus(version, ChronoUnit.MICROS);
    }
}
