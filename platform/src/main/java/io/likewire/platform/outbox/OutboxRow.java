package io.likewire.platform.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import io.likewire.contracts.events.EventType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/**
 * An event that waits for the broker.
 *
 * @param eventId UUIDv7; becomes the message id
 * @param headers {@code type}, {@code source} and, where known, {@code traceparent}
 */
public record OutboxRow(UUID eventId, String routingKey, Buffer payload, JsonObject headers) {
    private static final int LARGEST_PAYLOAD = 128 * 1024;

    public OutboxRow {
        if (payload.length() > LARGEST_PAYLOAD) {
            throw new IllegalArgumentException(
                    "Expected a payload of at most 128 KB, but got " + payload.length() + " bytes");
        }
    }

    /** @param source path of the sending service: {@code /likewire/likes} */
    public static OutboxRow of(EventType type, Buffer payload, String source, String traceparent) {
        JsonObject headers = new JsonObject().put("type", type.wireName()).put("source", source);
        if (traceparent != null) {
            headers.put("traceparent", traceparent);
        }
        return new OutboxRow(UuidCreator.getTimeOrderedEpoch(), type.routingKey(), payload, headers);
    }
}
