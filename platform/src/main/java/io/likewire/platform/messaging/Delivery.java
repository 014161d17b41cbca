package io.likewire.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Envelope;
import io.vertx.core.buffer.Buffer;
import io.vertx.rabbitmq.RabbitMQMessage;
import java.util.Map;

/** A message as it came from a queue. Headers may hold anything that a sender wrote. */
public record Delivery(Envelope envelope, AMQP.BasicProperties properties, Buffer body) {
    /** Written by quorum queues: how often it was delivered before. */
    private static final String DELIVERY_COUNT = "x-delivery-count";

    static Delivery of(RabbitMQMessage message) {
        return new Delivery(message.envelope(), (AMQP.BasicProperties) message.properties(), message.body());
    }

    /** AMQP property {@code type}; may be null. */
    public String type() {
        return properties.getType();
    }

    long tag() {
        return envelope.getDeliveryTag();
    }

    int earlierDeliveries() {
        Map<String, Object> headers = properties.getHeaders();
        Object count = headers == null ? null : headers.get(DELIVERY_COUNT);
        return count instanceof Number number ? number.intValue() : 0;
    }
}
