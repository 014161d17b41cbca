package io.likewire.servers.testing;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.util.List;

/** A RabbitMQ given by URI: one virtual host, emptied before each use. */
final class GivenTestBroker extends TestBroker {
    private static final List<String> QUEUES =
            List.of("likes.product-events", "products.like-events", "likewire.unrouted", "likewire.parked");
    private static final List<String> EXCHANGES = List.of("likewire.events", "likewire.unrouted", "likewire.parked");

    private final URI uri;

    GivenTestBroker(URI uri) {
        super("RabbitMQ");
        this.uri = uri;
    }

    @Override
    public synchronized URI freshUri() {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(uri);
            try (Connection connection = factory.newConnection();
                    Channel channel = connection.createChannel()) {
                for (String queue : QUEUES) {
                    channel.queueDelete(queue);
                }
                for (String exchange : EXCHANGES) {
                    channel.exchangeDelete(exchange);
                }
            }
            return uri;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "Cannot empty RabbitMQ at " + uri.getHost() + ":" + uri.getPort() + " (" + e + ")", e);
        }
    }

    @Override
    public boolean isOurs() {
        return false;
    }
}
