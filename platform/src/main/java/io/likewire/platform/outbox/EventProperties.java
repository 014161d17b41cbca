package io.likewire.platform.outbox;

import com.rabbitmq.client.AMQP;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The AMQP properties of an event, with CloudEvents and W3C trace context in the headers. */
public final class EventProperties {
    private static final int PERSISTENT = 2;

    private EventProperties() {}

    /** @param traceparent may be null */
    public static AMQP.BasicProperties of(UUID eventId, String type, String source, String traceparent, Instant time) {
        Map<String, Object> headers = new HashMap<>();
        headers.put("cloudEvents:specversion", "1.0");
        headers.put("cloudEvents:id", eventId.toString());
        headers.put("cloudEvents:type", type);
        headers.put("cloudEvents:source", source);
        headers.put("cloudEvents:time", time.toString());
        if (traceparent != null) {
            headers.put("traceparent", traceparent);
        }
        return new AMQP.BasicProperties.Builder()
                .messageId(eventId.toString())
                .type(type)
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .timestamp(Date.from(time))
                .headers(headers)
                .build();
    }
}
