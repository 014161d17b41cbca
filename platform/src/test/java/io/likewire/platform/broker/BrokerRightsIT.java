package io.likewire.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.likewire.contracts.events.BrokerNames;
import io.likewire.platform.config.Environment;
import io.likewire.servers.RabbitMqServer;
import io.likewire.servers.testing.AmqpProbe;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
@EnabledIf("io.likewire.servers.RabbitMqServer#onPath")
class BrokerRightsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String PASSWORD = "l$e+a=s&t,R(7";

    @TempDir
    private static Path folder;

    private static RabbitMqServer server;
    private static URI uri;
    private final Vertx vertx = Vertx.vertx();

    @BeforeAll
    static void giveTheServicesTheirRights() throws Exception {
        server = RabbitMqServer.start(folder, List.of("elsewhere"));
        for (String user : List.of("likes", "tutorial-bridge")) {
            assertThat(runScript("forgotten0", user)).isZero();
            assertThat(runScript(PASSWORD, user)).isZero();
        }
        uri = uri("likes");
    }

    /** As an operator does, on the broker; the second time it changes the password. */
    private static int runScript(String password, String... arguments) throws Exception {
        ProcessBuilder script = new ProcessBuilder("sh", "users.sh")
                .directory(Path.of("..", "deploy", "rabbitmq").toFile())
                .redirectErrorStream(true);
        script.command().addAll(List.of(arguments));
        script.environment().putAll(server.shellEnvironment());
        Process running = script.start();
        try (OutputStream input = running.getOutputStream()) {
            input.write(password.getBytes(StandardCharsets.UTF_8));
        }
        System.out.print(new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return running.waitFor();
    }

    private static URI uri(String user) {
        return uri(user, PASSWORD);
    }

    private static URI uri(String user, String password) {
        String setting = "amqp://" + user + ":" + password + "@127.0.0.1:" + server.port() + "/likewire";
        return Environment.of(Map.of("AMQP_URI", setting)).amqpUri("AMQP_URI");
    }

    @AfterAll
    static void stop() {
        server.kill();
        server.close();
    }

    @Test
    void aPasswordThatWasChangedIsRefused() {
        assertThatThrownBy(() -> connect(uri("likes", "forgotten0"), "likewire"))
                .isInstanceOf(AuthenticationFailureException.class);
    }

    /** Where the tutorial usually is. */
    @Test
    void theVirtualHostMayBeTheUsualOne() throws Exception {
        assertThat(runScript(PASSWORD, "tutorial-bridge", "/")).isZero();
        try (Connection connection = connect(uri("tutorial-bridge"), "/")) {
            connection.createChannel().queueDeclare("main", false, false, false, null);
        }
    }

    @Test
    void withoutAPasswordNobodyIsMade() throws Exception {
        assertThat(runScript("", "nobody")).isEqualTo(1);
        assertThatThrownBy(() -> connect(uri("nobody"), "likewire")).isInstanceOf(AuthenticationFailureException.class);
    }

    @Test
    void aServiceDeclaresPublishesConsumesAndParksWithThem() throws Exception {
        List<String> applied = new CopyOnWriteArrayList<>();
        QueueHandlers.serve(vertx, BrokerNames.PRODUCTS_LIKE_EVENTS, deliveries -> {
            deliveries.forEach(delivery -> applied.add(delivery.body().toString()));
            return Future.succeededFuture(deliveries.stream()
                    .map(delivery -> delivery.body().toString().equals("poison")
                            ? Verdict.poison("of the test")
                            : Verdict.APPLIED)
                    .toList());
        });
        vertx.runOnContext(start -> {
            BrokerPublisher publisher = new BrokerPublisher(vertx, uri, "test", () -> {});
            publisher.start();
            new QueueConsumer(vertx, uri, BrokerNames.PRODUCTS_LIKE_EVENTS, publisher).start();
        });
        try (AmqpProbe probe = AmqpProbe.connect(server.uri())) {
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
                probe.publish(BrokerNames.EXCHANGE, "likes.changed", "any", "good".getBytes(StandardCharsets.UTF_8));
                assertThat(applied).contains("good");
            });
            probe.publish(BrokerNames.EXCHANGE, "likes.changed", "any", "poison".getBytes(StandardCharsets.UTF_8));
            await().atMost(PATIENCE).until(() -> probe.waiting(BrokerNames.PARKED) == 1);
            DeadLetterSession.with(vertx, uri, BrokerNames.PARKED, session -> session.next()
                            .compose(found -> session.replay(found.orElseThrow())))
                    .await();
        } finally {
            vertx.close().await();
        }
    }

    @Test
    void theBridgeMovesMessagesWithThem() throws Exception {
        try (Connection connection = connect(uri("tutorial-bridge"), "likewire")) {
            Channel channel = connection.createChannel();
            channel.queueDeclare("tutorial.sender.main", false, true, true, null);
            channel.queueDeclare("main", false, false, false, null);
            channel.queueDeclare("tutorial.sent.main", true, false, false, Map.of("x-queue-type", "classic"));
            channel.txSelect();
            channel.basicPublish("", "main", null, "7".getBytes(StandardCharsets.UTF_8));
            channel.basicPublish("", "tutorial.sent.main", null, "[1]".getBytes(StandardCharsets.UTF_8));
            channel.txCommit();

            assertThat(channel.basicGet("main", true).getBody()).isEqualTo("7".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void andCanDoNothingElse() throws Exception {
        try (Connection connection = connect(uri, "likewire")) {
            denied(connection, channel -> channel.queueDeclare("likewire.other", true, false, false, Map.of()));
            denied(connection, channel -> channel.queueDeclare("", false, true, true, Map.of()));
            denied(connection, channel -> channel.exchangeDeclare("likewire.eventsx", "topic"));
            denied(connection, channel -> channel.queueBind(BrokerNames.PARKED, "amq.topic", "#"));
            denied(connection, channel -> {
                channel.confirmSelect();
                channel.basicPublish("amq.topic", "any", null, new byte[0]);
                channel.waitForConfirmsOrDie(10_000);
            });
        }
        assertThatThrownBy(() -> connect(uri, "elsewhere")).hasStackTraceContaining("NOT_ALLOWED");
        assertThatThrownBy(() -> connect(uri, "/")).isNotNull();
    }

    private interface Attempt {
        void on(Channel channel) throws Exception;
    }

    private static void denied(Connection connection, Attempt attempt) throws Exception {
        Channel channel = connection.createChannel();
        assertThatThrownBy(() -> attempt.on(channel)).hasStackTraceContaining("ACCESS_REFUSED");
    }

    private static Connection connect(URI server, String virtualHost) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(server);
        factory.setVirtualHost(virtualHost);
        return factory.newConnection();
    }
}
