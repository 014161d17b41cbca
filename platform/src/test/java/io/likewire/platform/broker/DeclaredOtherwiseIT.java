package io.likewire.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.likewire.contracts.events.BrokerNames;
import io.likewire.platform.management.Health;
import io.likewire.servers.testing.LoggedLines;
import io.likewire.servers.testing.OnEveryBroker;
import io.likewire.servers.testing.TestBroker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;

class DeclaredOtherwiseIT {
    private static final String QUEUE = BrokerNames.PRODUCTS_LIKE_EVENTS;

    @AutoClose
    private final LoggedLines log = new LoggedLines(Reconnector.class);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @OnEveryBroker
    void aQueueThatSomebodyMadeOtherwiseIsNamedUntilItIsGone(TestBroker broker) throws Exception {
        Assumptions.assumeTrue(broker.name().equals("RabbitMQ"), "Qpid ignores arguments");
        URI uri = broker.freshUri();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(uri);
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(QUEUE, true, false, false, Map.of("x-max-length", 7));
            BrokerPublisher publisher = new BrokerPublisher(vertx, uri, "products", () -> {});
            Health health = new Health(vertx, "products")
                    .helpful(
                            "broker",
                            () -> publisher.isConnected()
                                    ? Future.succeededFuture()
                                    : Future.failedFuture("not connected"))
                    .explained("broker", publisher::refusal);
            publisher.start();

            await().atMost(Duration.ofSeconds(60)).until(() -> publisher.refusal() != null);
            assertThat(log.messages()).anySatisfy(line -> assertThat(line)
                    .contains("lost the broker")
                    .contains("PRECONDITION_FAILED")
                    .contains("'" + QUEUE + "'"));
            JsonObject report = health.report().await();
            assertThat(report.getString("status")).isEqualTo("degraded");
            assertThat(report.getJsonObject("reasons").getString("broker"))
                    .startsWith("PRECONDITION_FAILED")
                    .contains("'" + QUEUE + "'");

            channel.queueDelete(QUEUE);
            await().atMost(Duration.ofSeconds(60)).until(publisher::isConnected);
            assertThat(health.report().await().fieldNames()).containsExactlyInAnyOrder("status", "parts");
            publisher.stop().await();
        }
    }
}
