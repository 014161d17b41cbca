package io.likewire.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A client as the services use it: it declares the whole topology with RabbitMQ's arguments before anything else. */
public final class Amqp implements AutoCloseable {
    private static final long CONFIRM_MILLIS = 5_000;

    private final Connection connection;
    private final Channel channel;

    public Amqp(final URI uri) throws Exception {
        final ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(uri);
        factory.setAutomaticRecoveryEnabled(false);
        connection = factory.newConnection();
        channel = connection.createChannel();
        channel.confirmSelect();
        declare();
    }

    private void declare() throws IOException {
        final Map<String, Object> quorum = Map.of("x-queue-type", "quorum", "x-delivery-limit", 20);
        channel.exchangeDeclare("likewire.unrouted", "fanout", true);
        channel.queueDeclare("likewire.unrouted", true, false, false, quorum);
        channel.queueBind("likewire.unrouted", "likewire.unrouted", "");
        channel.exchangeDeclare(
                "likewire.events", "topic", true, false, Map.of("alternate-exchange", "likewire.unrouted"));
        channel.queueDeclare("likes.product-events", true, false, false, quorum);
        channel.queueBind("likes.product-events", "likewire.events", "product.*");
    }

    public void publish(final String routingKey, final String body) throws Exception {
        channel.basicPublish("likewire.events", routingKey, MessageProperties.PERSISTENT_BASIC, body.getBytes(UTF_8));
        channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
    }

    /** The next message, acknowledged, or null. */
    public String take(final String queue) throws IOException {
        final GetResponse response = channel.basicGet(queue, true);
        return response == null ? null : new String(response.getBody(), UTF_8);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
