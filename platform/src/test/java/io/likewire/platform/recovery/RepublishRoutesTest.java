package io.likewire.platform.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.platform.launch.Node;
import io.likewire.platform.management.Health;
import io.likewire.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepublishRoutesTest {
    private final Vertx vertx = Vertx.vertx();

    /** Kept: one that nobody holds any more is closed by the garbage collector. */
    private final HttpClient client = vertx.createHttpClient();

    private final MeterRegistry metrics = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aSecondOneIsRefusedWhileOneRunsAndWelcomeAfterwards() {
        Promise<RepublishPage> held = Promise.promise();
        Republisher republisher = of(id -> held.future());
        int port = open(republisher, Future::succeededFuture);

        assertThat(say(port, HttpMethod.GET).getBoolean("running")).isFalse();
        assertThat(say(port, HttpMethod.POST).getInteger("status")).isEqualTo(202);
        assertThat(gauge()).isOne();
        JsonObject second = say(port, HttpMethod.POST);
        assertThat(second.getInteger("status")).isEqualTo(409);
        assertThat(second.getString("message")).isEqualTo("One runs here already");
        held.complete(new RepublishPage(4, null));
        await().until(() -> !say(port, HttpMethod.GET).getBoolean("running"));
        assertThat(say(port, HttpMethod.GET).getLong("events")).isEqualTo(4);
        assertThat(gauge()).isZero();
        assertThat(say(port, HttpMethod.POST).getInteger("status")).isEqualTo(202);
    }

    @Test
    void damageIsRefusedUnlessItIsMeant() {
        AtomicReference<Future<String>> damage = new AtomicReference<>(Future.succeededFuture("All tea would go."));
        AtomicInteger pages = new AtomicInteger();
        Republisher republisher = of(id -> {
            pages.incrementAndGet();
            return Future.succeededFuture(new RepublishPage(3, null));
        });
        int port = open(republisher, damage::get);

        assertThat(say(port, HttpMethod.POST))
                .isEqualTo(new JsonObject()
                        .put("status", 409)
                        .put("service", "tea")
                        .put("running", false)
                        .put("events", 0)
                        .put("failure", null)
                        .put("message", "All tea would go. ?empty=true says that it is meant"));
        damage.set(Future.failedFuture("away"));
        assertThat(say(port, HttpMethod.POST).getInteger("status")).isEqualTo(503);
        assertThat(pages).hasValue(0);

        assertThat(say(port, HttpMethod.POST, "?empty=true").getInteger("status"))
                .isEqualTo(202);
        await().until(() -> !republisher.state().running());
        damage.set(Future.succeededFuture());
        assertThat(say(port, HttpMethod.POST).getInteger("status")).isEqualTo(202);
        await().until(() -> !republisher.state().running());
        assertThat(pages).hasValue(2);
        assertThat(metrics.get("likewire.republish.events")
                        .tag("service", "tea")
                        .functionCounter()
                        .count())
                .isEqualTo(6);
    }

    /** At a port of its own. */
    private int open(Republisher republisher, Supplier<Future<String>> damage) {
        Router operations = Router.router(vertx);
        Node node = new Node(new Health(vertx, "tea"), metrics, Tracing.off(), operations);
        RepublishRoutes.mount(node, republisher, damage);
        return vertx.createHttpServer()
                .requestHandler(operations)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
    }

    private JsonObject say(int port, HttpMethod method) {
        return say(port, method, "");
    }

    private JsonObject say(int port, HttpMethod method, String query) {
        return client.request(method, port, "127.0.0.1", "/republish/tea" + query)
                // inside: on this thread an answer could be over before anybody listens
                .compose(request -> request.send().compose(response -> response.body()
                        .map(Buffer::toJsonObject)
                        .map(body -> body.put("status", response.statusCode()))))
                .await();
    }

    private double gauge() {
        return metrics.get("likewire.republish.running").gauge().value();
    }

    private Republisher of(RepublishSource republishSource) {
        return new Republisher(
                vertx, () -> Future.succeededFuture(false), () -> {}, Duration.ofMillis(20), List.of(republishSource));
    }
}
