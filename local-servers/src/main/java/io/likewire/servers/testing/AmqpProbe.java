package io.likewire.servers.testing;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plain AMQP client that looks at a broker from outside, as a service in another language would. */
public final class AmqpProbe implements AutoCloseable {
    private final Connection connection;
    private final Channel channel;

    private AmqpProbe(Connection connection, Channel channel) {
        this.connection = connection;
        this.channel = channel;
    }

    public static AmqpProbe connect(URI uri) {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(uri);
            factory.setAutomaticRecoveryEnabled(false);
            Connection connection = factory.newConnection("probe");
            Channel channel = connection.createChannel();
            channel.confirmSelect();
            return new AmqpProbe(connection, channel);
        } catch (Exception e) {
            throw new IllegalStateException("No connection to the broker: " + e.getMessage(), e);
        }
    }

    /** A queue of this connection alone that gets what the routing key matches. */
    public String listen(String exchange, String routingKey) throws IOException {
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, exchange, routingKey);
        return queue;
    }

    /** Takes the next message, or null. */
    public GetResponse take(String queue) throws IOException {
        return channel.basicGet(queue, true);
    }

    /** Takes messages without acknowledging them: they go back when this connection ends. How many it was. */
    public int hold(String queue, int most) throws IOException {
        int held = 0;
        while (held < most && channel.basicGet(queue, false) != null) {
            held++;
        }
        return held;
    }

    /** Takes all messages there are. */
    public List<GetResponse> takeAll(String queue) throws IOException {
        List<GetResponse> all = new ArrayList<>();
        for (GetResponse next = take(queue); next != null; next = take(queue)) {
            all.add(next);
        }
        return all;
    }

    /** How many messages wait; unacknowledged ones don't count. */
    public long waiting(String queue) throws IOException {
        return channel.messageCount(queue);
    }

    /** Publishes a persistent message and waits for the broker's confirm. */
    public void publish(String exchange, String routingKey, String type, byte[] body) throws Exception {
        AMQP.BasicProperties properties = new AMQP.BasicProperties.Builder()
                .type(type)
                .contentType("application/json")
                .deliveryMode(2)
                .headers(Map.of())
                .build();
        channel.basicPublish(exchange, routingKey, properties, body);
        channel.waitForConfirmsOrDie(180_000);
    }

    /** Publishes as the tutorial does: to a queue, with a content type and nothing else; waits for the broker's confirm. */
    public void say(String queue, String contentType, String body) throws Exception {
        AMQP.BasicProperties properties =
                new AMQP.BasicProperties.Builder().contentType(contentType).build();
        channel.basicPublish("", queue, properties, body.getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(180_000);
    }

    /** A queue as the tutorial declares it. */
    public void declare(String queue) throws IOException {
        channel.queueDeclare(queue, false, false, false, null);
    }

    public void unbind(String queue, String exchange, String routingKey) throws IOException {
        channel.queueUnbind(queue, exchange, routingKey);
    }

    @Override
    public void close() {
        connection.abort(1_000);
    }
}
