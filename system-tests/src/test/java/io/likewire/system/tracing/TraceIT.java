package io.likewire.system.tracing;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Visitor;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One like, seen from the request of a client to the statement in the other database and to the push. */
@Tag("full")
class TraceIT {
    private static final String GATEWAY = "likewire-gateway";
    private static final String LIKES = "likewire-likes";
    private static final String PRODUCTS = "likewire-products";

    private static OtlpReceiver receiver;
    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        receiver = new OtlpReceiver();
        cluster = Cluster.on(
                TestServers.broker(),
                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.address(), "OTEL_TRACES_SAMPLER_ARG", "1"));
    }

    @AfterAll
    static void close() throws Exception {
        cluster.close();
        receiver.close();
    }

    @Test
    void aLikeIsOneTraceFromTheRequestThroughTheBrokerToTheProjectionAndThePush() throws Exception {
        long product = cluster.rest().create("Traced");
        Visitor visitor = cluster.rest().newVisitor();
        String trace = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 16) + "0000000000000001";
        assertThat(like(cluster, visitor, product, "00-" + trace + "-00000000000000aa-01"))
                .isEqualTo(200);

        await("the edges of the trace").untilAsserted(() -> {
            List<Received> spans = receiver.trace(trace);
            Received request = child(spans, "00000000000000aa", GATEWAY, "SERVER", "POST");
            Received asked = child(spans, request.id(), GATEWAY, "CLIENT", "likewire.likes");
            Received served = child(spans, asked.id(), LIKES, "SERVER", "likewire.likes");
            child(spans, served.id(), LIKES, "CLIENT", "INSERT INTO announcement");
            child(spans, served.id(), LIKES, "CLIENT", "INSERT INTO likes");
            Received told = child(spans, served.id(), LIKES, "CLIENT", "likewire.push.likes");
            child(spans, told.id(), GATEWAY, "SERVER", "likewire.push.likes");
            Received published = child(spans, asked.id(), LIKES, "PRODUCER", "publish likes.changed");
            Received processed = child(spans, published.id(), PRODUCTS, "CONSUMER", "process likes.changed");
            child(spans, processed.id(), PRODUCTS, "CLIENT", "UPDATE");
        });
    }

    @Test
    void whatIsLoggedForARequestNamesItAndItsTrace() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        JsonObject draft = new JsonObject().put("title", "Traced").put("image", "/traced.svg");
        String[] headers = {"traceparent", "00-" + trace + "-00f067aa0ba902b7-01", "X-Request-Id", "request-7"};
        assertThat(cluster.rest().send("POST", "/api/products", draft, headers).status())
                .isEqualTo(201);

        await("the audit line").untilAsserted(() -> assertThat(lines(cluster, "createProduct by"))
                .singleElement()
                .asString()
                .contains("\"request\":\"request-7\"", "\"trace\":\"" + trace + "\""));
    }

    private static List<String> lines(Cluster cluster, String text) {
        return cluster.node(Service.GATEWAY)
                .process()
                .output()
                .lines()
                .filter(line -> line.contains(text))
                .toList();
    }

    private static Received child(List<Received> spans, String parent, String service, String kind, String part) {
        List<Received> found = spans.stream()
                .filter(span -> span.parent().equals(parent) && span.is(service, kind, part))
                .toList();
        assertThat(found)
                .as("%s of %s with '%s' under %s among %s", kind, service, part, parent, spans)
                .isNotEmpty();
        return found.get(0);
    }

    private static int like(Cluster cluster, Visitor visitor, long product, String traceparent)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(cluster.gateway().resolve("/api/products/" + product + "/like"))
                .header("Authorization", "Bearer " + visitor.token())
                .header("traceparent", traceparent)
                .POST(BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
