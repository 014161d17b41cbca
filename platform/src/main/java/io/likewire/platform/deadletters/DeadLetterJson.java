package io.likewire.platform.deadletters;

import io.likewire.platform.broker.DeadLetterWriter;
import io.likewire.platform.broker.Delivery;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** A message in the form that operators see. */
final class DeadLetterJson {
    private static final int BODY_MAX = 2_048;

    private DeadLetterJson() {}

    static JsonObject of(Delivery delivery) {
        Buffer body = delivery.body();
        return new JsonObject()
                .put("id", id(delivery))
                .put("type", delivery.type())
                .put("messageId", delivery.properties().getMessageId())
                .put(
                        "routingKey",
                        delivery.header(DeadLetterWriter.ROUTING_KEY)
                                .orElse(delivery.envelope().getRoutingKey()))
                .put("queue", delivery.parkedFrom().orElse(null))
                .put("reason", delivery.header(DeadLetterWriter.REASON).orElse(null))
                .put("parkedAt", delivery.header(DeadLetterWriter.PARKED_AT).orElse(null))
                .put("bytes", body.length())
                .put("body", body.getString(0, Math.min(BODY_MAX, body.length())));
    }

    /** Ours, the sender's, or one made of the body: the same message has the same one each time it is looked at. */
    static String id(Delivery delivery) {
        return delivery.header(DeadLetterWriter.PARKED_ID).orElseGet(() -> {
            String sent = delivery.properties().getMessageId();
            return sent != null
                    ? sent
                    : UUID.nameUUIDFromBytes(delivery.body().getBytes()).toString();
        });
    }
}
