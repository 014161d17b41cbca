package io.likewire.system.examples;

import com.rabbitmq.client.AMQP.BasicProperties;
import io.likewire.system.rig.faults.Recorder.Message;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Events about a product that no service has told. Versions follow the time. */
record Counts(long product) {
    static final Duration WEEK = Duration.ofDays(7);

    /** The count at a moment, after a change by so many. */
    Message count(Instant moment, long likes, int added, int removed) {
        JsonObject body = new JsonObject()
                .put("productId", product)
                .put("likes", likes)
                .put("version", moment.toEpochMilli() * 1000)
                .put("added", added)
                .put("removed", removed);
        return message("likes.changed", "product_likes_changed", moment, body.encode());
    }

    Message deletion(Instant moment) {
        JsonObject body = new JsonObject().put("id", product).put("version", moment.toEpochMilli() * 1000);
        return message("product.deleted", "product_deleted", moment, body.encode());
    }

    static Message message(String routingKey, String type, Instant moment, String body) {
        BasicProperties properties = new BasicProperties.Builder()
                .messageId(UUID.randomUUID().toString())
                .type(type)
                .contentType("application/json")
                .deliveryMode(2)
                .headers(Map.of("cloudEvents:time", moment.toString()))
                .build();
        return new Message(routingKey, properties, body.getBytes(StandardCharsets.UTF_8));
    }
}
