package io.likewire.platform.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Envelope;
import io.vertx.core.buffer.Buffer;
import io.vertx.rabbitmq.RabbitMQMessage;
import java.util.Map;
import java.util.Optional;

/** A message as it came from a queue. Headers may hold anything that a sender wrote. */
public record Delivery(Envelope envelope, AMQP.BasicProperties properties, Buffer body) {
    /** Written by quorum queues: how often it was delivered before. */
    private static final String DELIVERY_COUNT = "x-delivery-count";

    private static final String FIRST_DEATH_QUEUE = "x-first-death-queue";

    static Delivery of(RabbitMQMessage message) {
        return new Delivery(message.envelope(), (AMQP.BasicProperties) message.properties(), message.body());
    }

    /** AMQP property {@code type}; may be null. */
    public String type() {
        return properties.getType();
    }

    /** AMQP property {@code message_id}; may be null. */
    public String messageId() {
        return properties.getMessageId();
    }

    /** AMQP property {@code content_type}; may be null. */
    public String contentType() {
        return properties.getContentType();
    }

    /** The header as text; empty when it isn't there. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers().get(name)).map(String::valueOf);
    }

    /** The queue whose reader put this message aside, or the broker itself as its last resort. */
    public Optional<String> parkedFrom() {
        return header(DeadLetterWriter.QUEUE).or(() -> header(FIRST_DEATH_QUEUE));
    }

    Map<String, Object> headers() {
        return properties.getHeaders() == null ? Map.of() : properties.getHeaders();
    }

    long tag() {
        return envelope.getDeliveryTag();
    }

    int earlierDeliveries() {
        return headers().get(DELIVERY_COUNT) instanceof Number number ? number.intValue() : 0;
    }
}
