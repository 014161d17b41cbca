package io.likewire.system.rig.faults;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Hears every event of a run, and says some again: more than once, and in another order. */
public final class Recorder implements AutoCloseable {
    private static final String EXCHANGE = "likewire.events";

    private final Connection connection;
    private final Channel channel;
    private final String queue;

    private Recorder(Connection connection) throws IOException {
        this.connection = connection;
        this.channel = connection.createChannel();
        channel.confirmSelect();
        queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, EXCHANGE, "#");
    }

    /** A message as it is sent, and sent again. */
    public record Message(String routingKey, BasicProperties properties, byte[] body) {
        /** An event that no service has told. */
        public static Message of(String routingKey, String type, JsonObject body) {
            BasicProperties properties = new BasicProperties.Builder()
                    .messageId(UUID.randomUUID().toString())
                    .type(type)
                    .contentType("application/json")
                    .deliveryMode(2)
                    .build();
            return new Message(routingKey, properties, body.encode().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Hears everything from now on. */
    public static Recorder on(URI broker) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker);
        factory.setAutomaticRecoveryEnabled(false);
        return new Recorder(factory.newConnection("recorder"));
    }

    /** What was heard and not yet taken. */
    public List<Message> take() throws IOException {
        List<Message> all = new ArrayList<>();
        for (GetResponse next; (next = channel.basicGet(queue, true)) != null; ) {
            all.add(new Message(next.getEnvelope().getRoutingKey(), next.getProps(), next.getBody()));
        }
        return all;
    }

    /** Each message so many times, in an order that follows from the seed. */
    public static List<Message> shuffled(List<Message> messages, int times, long seed) {
        List<Message> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.addAll(messages);
        }
        Collections.shuffle(all, new Random(seed));
        return all;
    }

    /** Says them, and waits until the broker has them all. */
    public void say(List<Message> messages) throws Exception {
        for (Message message : messages) {
            channel.basicPublish(EXCHANGE, message.routingKey(), message.properties(), message.body());
        }
        channel.waitForConfirmsOrDie(180_000);
    }

    @Override
    public void close() {
        connection.abort(1_000);
    }
}
