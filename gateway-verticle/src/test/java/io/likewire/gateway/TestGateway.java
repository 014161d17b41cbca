package io.likewire.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.auth.AuthEndpoint;
import io.likewire.contracts.likes.LikesEndpoint;
import io.likewire.contracts.products.ProductsEndpoint;
import io.likewire.gateway.edge.ClientTimeouts;
import io.likewire.gateway.live.PushIntervals;
import io.likewire.platform.config.Environment;
import io.likewire.platform.launch.Node;
import io.likewire.platform.management.Health;
import io.likewire.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A whole gateway on a free port, with its neighbours played on the local event bus. */
public final class TestGateway implements AutoCloseable {
    public static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    public static final String DRAFT = "{\"title\":\"Tea\",\"image\":\"https://x/y.png\"}";

    /** The usual ones, but nobody waits for the end of a test. */
    public static final ClientTimeouts DEADLINES = leavingAfter(Duration.ofMillis(10));

    public static final EdgeConfig EDGE =
            EdgeConfig.from(Environment.of(Map.of())).with(DEADLINES);

    /** Most tests are about something else than who may write. */
    private static final IdentityConfig OPEN = new IdentityConfig(false, true, true);

    private static final int ROOM = 1_100;
    private static final Duration PATIENCE = Duration.ofMillis(1_400);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static {
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    }

    public final FakeProducts products = new FakeProducts();
    public final FakeLikes likes = new FakeLikes();
    public final FakeAuth auth = new FakeAuth();
    public final MeterRegistry metrics = new SimpleMeterRegistry();
    public final Vertx vertx;
    public final int port;
    public final Router router;
    public final List<Throwable> unexpected = new CopyOnWriteArrayList<>();
    public final int socketsMax;
    private final String deployment;

    public TestGateway() {
        this(asItRuns(), PushIntervals.DEFAULT);
    }

    /** On the transport of the processes. */
    private static Vertx asItRuns() {
        return Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    }

    public TestGateway(Vertx vertx, PushIntervals times) {
        this(vertx, times, ROOM, false, OPEN, EDGE, PATIENCE);
    }

    /** With products that nobody likes yet. */
    public TestGateway holding(String... titles) {
        Stream.of(titles).forEach(title -> likes.set(products.add(title).id(), 0));
        return this;
    }

    /** One whose deployment demands If-Match. */
    public static TestGateway demandingIfMatch() {
        return new TestGateway(asItRuns(), PushIntervals.DEFAULT, ROOM, true, OPEN, EDGE, PATIENCE);
    }

    /** One with room for so many sockets and streams. */
    public static TestGateway withRoomFor(int sockets) {
        return new TestGateway(asItRuns(), PushIntervals.DEFAULT, sockets, false, OPEN, EDGE, PATIENCE);
    }

    /** One with room for so many, and settings of its own. */
    public static TestGateway withRoomFor(int sockets, Map<String, String> settings) {
        EdgeConfig edge = EdgeConfig.from(Environment.of(settings)).with(DEADLINES);
        return new TestGateway(asItRuns(), PushIntervals.DEFAULT, sockets, false, OPEN, edge, PATIENCE);
    }

    /** One where products are changed by administrators only. */
    public static TestGateway strict() {
        return with(Map.of("TUTORIAL_MODE", "false"));
    }

    /** One with settings of its own, as in the environment, and deadlines of its own. */
    public static TestGateway with(Map<String, String> settings, ClientTimeouts clientTimeouts) {
        return with(settings, clientTimeouts, PushIntervals.DEFAULT);
    }

    public static TestGateway with(Map<String, String> settings, PushIntervals times) {
        return with(settings, DEADLINES, times);
    }

    private static TestGateway with(Map<String, String> settings, ClientTimeouts clientTimeouts, PushIntervals times) {
        Environment environment = Environment.of(settings);
        return new TestGateway(
                asItRuns(),
                times,
                ROOM,
                false,
                IdentityConfig.from(environment.with("TUTORIAL_MODE", settings.getOrDefault("TUTORIAL_MODE", "true"))),
                EdgeConfig.from(environment).with(clientTimeouts),
                Duration.ofMillis(environment.number("REQUEST_TIMEOUT_MS", (int) PATIENCE.toMillis(), 100, 60_000)));
    }

    public static TestGateway with(Map<String, String> settings) {
        return with(settings, DEADLINES);
    }

    private static ClientTimeouts leavingAfter(Duration goodbye) {
        ClientTimeouts usual = ClientTimeouts.DEFAULT;
        return new ClientTimeouts(usual.head(), usual.body(), usual.taking(), usual.silence(), goodbye);
    }

    private TestGateway(
            Vertx vertx,
            PushIntervals times,
            int socketsMax,
            boolean requireIfMatch,
            IdentityConfig identity,
            EdgeConfig edge,
            Duration patience) {
        this.vertx = vertx;
        this.socketsMax = socketsMax;
        AuthEndpoint.open(vertx, auth, unexpected::add);
        ProductsEndpoint.open(vertx, products, unexpected::add);
        LikesEndpoint.open(vertx, likes, unexpected -> {});
        GatewayConfig config =
                new GatewayConfig("127.0.0.1", 0, KEY, patience, socketsMax, times, requireIfMatch, identity, edge);
        GatewayVerticle verticle =
                new GatewayVerticle(config, new Node(new Health(vertx, "gateway"), metrics, Tracing.off(), null));
        deployment = vertx.deployVerticle(verticle).await();
        port = verticle.port();
        router = verticle.router();
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public HttpResponse<String> sendJson(String method, String path, String json, String... headers) {
        return send(
                method,
                path,
                json,
                Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                        .toArray(String[]::new));
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything that is said to a request, which is sent as it is written, until the connection ends. */
    public String raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(request, e);
        }
    }

    /** The token of somebody new. */
    public String visitor() {
        return new JsonObject(send("POST", "/api/visitors", null).body()).getString("token");
    }

    /** The answer is problem details, whole and consistent. */
    public static JsonObject problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject problem = new JsonObject(response.body());
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("type")).startsWith("/problems/");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("message")).isNotBlank();
        assertThat(response.headers().firstValue("X-Request-Id")).contains(problem.getString("requestId"));
        return problem;
    }

    public double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    public double counter(String name) {
        return metrics.get(name).counter().count();
    }

    /** As at SIGTERM. */
    public Future<Void> leaving() {
        return vertx.undeploy(deployment);
    }

    public void undeploy() {
        leaving().await();
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
