package io.likewire.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    @TempDir
    private Path directory;

    @Test
    void unroutableMessageWaitsInTheUnroutedQueueAndSurvivesARestart() throws Exception {
        long t = System.nanoTime();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            System.err.println("first start " + (System.nanoTime() - t) / 1000000);
            try (Connection connection = connect(broker.uri());
                    Channel channel = connection.createChannel()) {
                declare(channel);
                channel.confirmSelect();
                channel.basicPublish(
                        "likewire.events",
                        "nobody.cares",
                        MessageProperties.PERSISTENT_TEXT_PLAIN,
                        "x".getBytes(UTF_8));
                channel.waitForConfirmsOrDie(5000);
            }
        }
        t = System.nanoTime();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            System.err.println("second start " + (System.nanoTime() - t) / 1000000);
            try (Connection connection = connect(broker.uri());
                    Channel channel = connection.createChannel()) {
                declare(channel);
                GetResponse r = channel.basicGet("likewire.unrouted", false);
                assertThat(r).isNotNull();
                assertThat(channel.basicGet("likewire.unrouted", false)).isNull();
                channel.confirmSelect();
                channel.basicPublish(
                        "likewire.events",
                        "nobody.cares",
                        MessageProperties.PERSISTENT_TEXT_PLAIN,
                        "y".getBytes(UTF_8));
                channel.waitForConfirmsOrDie(5000);
                r = channel.basicGet("likewire.unrouted", true);
                assertThat(r).isNotNull();
                assertThat(r.getBody()).isEqualTo("y".getBytes(UTF_8));
                t = System.nanoTime();
                connect(broker.addVirtualHost("other")).close();
                System.err.println("vhost " + (System.nanoTime() - t) / 1000000);
            }
        }
    }

    private static void declare(final Channel channel) throws Exception {
        channel.exchangeDeclare("likewire.unrouted", "fanout", true);
        channel.exchangeDeclare(
                "likewire.events", "topic", true, false, Map.of("alternate-exchange", "likewire.unrouted"));
        channel.queueDeclare("likewire.unrouted", true, false, false, Map.of("x-queue-type", "quorum"));
        channel.queueBind("likewire.unrouted", "likewire.unrouted", "");
        channel.queueDeclare(
                "likes.product-events", true, false, false, Map.of("x-queue-type", "quorum", "x-delivery-limit", 5));
        channel.queueBind("likes.product-events", "likewire.events", "product.*");
    }

    private static Connection connect(final URI uri) throws Exception {
        final ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(uri);
        return factory.newConnection();
    }
}
