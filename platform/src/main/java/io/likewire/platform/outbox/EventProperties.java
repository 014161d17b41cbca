package io.likewire.platform.outbox;

import com.rabbitmq.client.AMQP;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The AMQP properties of an event, with CloudEvents and W3C trace context in the headers. */
final class EventProperties {
    private static final int PERSISTENT = 2;

    private EventProperties() {}

    static AMQP.BasicProperties of(UUID eventId, JsonObject stored, LocalDateTime createdAt) {
        Instant time = createdAt.toInstant(ZoneOffset.UTC);
        Map<String, Object> headers = new HashMap<>();
        headers.put("cloudEvents:specversion", "1.0");
        headers.put("cloudEvents:id", eventId.toString());
        headers.put("cloudEvents:type", stored.getString("type"));
        headers.put("cloudEvents:source", stored.getString("source"));
        headers.put("cloudEvents:time", time.toString());
        if (stored.containsKey("traceparent")) {
            headers.put("traceparent", stored.getString("traceparent"));
        }
        return new AMQP.BasicProperties.Builder()
                .messageId(eventId.toString())
                .type(stored.getString("type"))
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .timestamp(Date.from(time))
                .headers(headers)
                .build();
    }
}
