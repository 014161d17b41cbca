package io.likewire.tutorial;

import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.GetResponse;
import io.likewire.contracts.events.EventType;
import io.likewire.platform.database.DatabaseOptions;
import io.likewire.platform.delivery.EventPipelineOptions;
import io.likewire.platform.launch.Node;
import io.likewire.platform.management.Health;
import io.likewire.platform.telemetry.Tracing;
import io.likewire.servers.testing.AmqpProbe;
import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A bridge with its database and broker, which can be stopped and started. */
final class RunningBridge implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    final Vertx vertx = Vertx.vertx();
    final Services services = new Services(vertx);
    final AmqpProbe probe;
    private final BridgeConfig config;
    private final HttpServer management;
    private Router operations;
    private Health health;
    private String deployment;

    RunningBridge(TestBroker any, Counterpart counterpart) {
        this(any, counterpart, null, false);
    }

    /** @param list where the counterpart's products are listed; may be null */
    RunningBridge(TestBroker any, Counterpart counterpart, URI list, boolean tellExisting) {
        URI broker = any.freshUri();
        URI database = URI.create(TestServers.mysql().freshDatabase("tutorial"));
        config = new BridgeConfig(
                DatabaseOptions.of("TUTORIAL_MYSQL_URI", database),
                new EventPipelineOptions(broker, 100_000),
                counterpart,
                Optional.ofNullable(list),
                tellExisting,
                LOOK_EVERY);
        probe = AmqpProbe.connect(broker);
        management = vertx.createHttpServer()
                .requestHandler(request -> operations.handle(request))
                .listen(0, "127.0.0.1")
                .await();
    }

    RunningBridge start() {
        operations = Router.router(vertx);
        health = new Health(vertx, "tutorial-bridge");
        Node node = new Node(health, new SimpleMeterRegistry(), Tracing.off(), operations);
        deployment =
                vertx.deployVerticle(new TutorialBridgeVerticle(config, node)).await();
        until(() -> "up".equals(health.report().await().getString("status")));
        return this;
    }

    void stop() {
        vertx.undeploy(deployment).await();
    }

    HttpResponse<String> takeOver(JsonArray products) throws Exception {
        return takeOver(products.encode());
    }

    HttpResponse<String> takeOver(String products) throws Exception {
        URI operation = URI.create("http://127.0.0.1:" + management.actualPort() + "/tutorial/products");
        HttpRequest request = HttpRequest.newBuilder(operation)
                .POST(BodyPublishers.ofString(products))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    void event(EventType type, String body) throws Exception {
        probe.publish("likewire.events", type.routingKey(), type.wireName(), body.getBytes(StandardCharsets.UTF_8));
    }

    void likes(long id, long count, long version) throws Exception {
        event(
                EventType.PRODUCT_LIKES_CHANGED,
                String.format(
                        Locale.ROOT,
                        "{\"productId\":%d,\"likes\":%d,\"version\":%d,\"added\":1,\"removed\":0}",
                        id,
                        count,
                        version));
    }

    /** Event and body of the next messages in a queue. */
    List<String> hear(String queue, int expected) {
        List<String> heard = new ArrayList<>();
        until(() -> {
            for (GetResponse message : probe.takeAll(queue)) {
                heard.add(message.getProps().getContentType() + " "
                        + new String(message.getBody(), StandardCharsets.UTF_8));
            }
            return heard.size() >= expected;
        });
        return heard;
    }

    long waiting(String queue) throws IOException {
        return probe.waiting(queue);
    }

    void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(LOOK_EVERY).until(condition);
    }

    @Override
    public void close() {
        probe.close();
        vertx.close().await();
    }
}
