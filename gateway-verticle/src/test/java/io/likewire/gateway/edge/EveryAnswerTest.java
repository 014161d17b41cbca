package io.likewire.gateway.edge;

import static io.likewire.gateway.TestGateway.DRAFT;
import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What holds for every answer, of whichever kind. */
class EveryAnswerTest {
    private static final List<String> SECURITY = List.of(
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy");

    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.with(Map.of("TRUSTED_PROXIES", "127.0.0.1", "REQUESTS_PER_MINUTE", "1"));
        gateway.products.add("Tea");
        gateway.likes.set(1, 0);
    }

    private static Stream<HttpResponse<String>> answers() {
        String known =
                gateway.get("/api/products/1").headers().firstValue("ETag").orElseThrow();
        return Stream.of(
                gateway.sendJson("POST", "/api/products", DRAFT),
                gateway.sendJson("POST", "/api/products", "{"),
                gateway.send("POST", "/api/products", "x", "Content-Type", "text/plain"),
                gateway.sendJson("POST", "/api/products", DRAFT, "X-Forwarded-For", "10.0.0.1"),
                gateway.sendJson("POST", "/api/products", "x".repeat(70_000)),
                gateway.get("/api/products/1", "If-None-Match", known),
                gateway.send("DELETE", "/api/products/1", null, "If-Match", "\"1-1\""),
                gateway.send("PUT", "/api/products/1/like", null, "Authorization", "Bearer x"),
                gateway.get("/api/user", "X-Forwarded-For", "10.0.0.2"),
                gateway.get("/api/user", "X-Forwarded-For", "10.0.0.2"));
    }

    @Test
    void soHaveThoseOfHandlersAndLimits() {
        List<HttpResponse<String>> answers = answers().toList();
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsExactly(201, 400, 415, 401, 413, 304, 412, 401, 200, 429);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.headers().map()).containsKeys(SECURITY.toArray(String[]::new)));
    }

    @Test
    void soHasARefusalForLackOfRoom() {
        EdgeServer edgeServer = new EdgeServer(
                gateway.vertx,
                "127.0.0.1",
                0,
                Optional.empty(),
                new Cors(Set.of()),
                ClientTimeouts.DEFAULT,
                full -> true,
                unlimited -> {});
        edgeServer.open(gateway.router).await();
        HttpResponse<String> shed = gateway.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edgeServer.port() + "/api/products")));

        assertThat(problem(shed, 503).getString("type")).isEqualTo("/problems/overloaded");
        assertThat(shed.headers().map()).containsKeys(SECURITY.toArray(String[]::new));
    }

    static Stream<String> getPaths() throws IOException {
        try (var file = EveryAnswerTest.class.getResourceAsStream("/openapi/likewire.yaml")) {
            Map<String, Map<String, Map<String, Object>>> contract = new Yaml().load(file);
            return contract.get("paths").entrySet().stream()
                    .filter(path -> path.getValue().containsKey("get"))
                    .map(path -> path.getKey()
                            .replace("{productId}", "1")
                            .replace("{problem}", "timeout")
                            .replace("{lot}", "parked"))
                    .filter(path -> !path.equals("/api/likes/stream"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("getPaths")
    @ValueSource(strings = {"/", "/index.html", "/nothing.html", "/api/products/2", "/api/products?limit=x"})
    void headIsGetWithoutTheBody(String path) {
        HttpResponse<String> get = gateway.get(path);
        HttpResponse<String> head = gateway.send("HEAD", path, null);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(comparable(head.headers())).isEqualTo(comparable(get.headers()));
    }

    /** A HEAD need not say how long the answer to GET would be, nor what becomes of the connection after it. */
    private static Map<String, List<String>> comparable(HttpHeaders headers) {
        Map<String, List<String>> map = new TreeMap<>(headers.map());
        map.remove("x-request-id");
        map.remove("date");
        map.remove("transfer-encoding");
        map.remove("connection");
        String type = map.getOrDefault("content-type", List.of("")).get(0);
        if (!type.startsWith("application/json")) {
            map.remove("content-length");
        }
        if (type.startsWith("text/html")) {
            map.remove("content-type");
        }
        return map;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/products          | GET, HEAD, OPTIONS, POST",
                "/api/products/1/like   | DELETE, OPTIONS, POST, PUT",
                "/api/likes/stream      | GET, HEAD, OPTIONS",
                "/                      | GET, HEAD, OPTIONS",
                "/eventbus/websocket    | GET, OPTIONS"
            })
    void optionsSaysWhatMayBeDone(String path, String allow) {
        HttpResponse<String> options = gateway.send("OPTIONS", path, null);
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains(allow);
    }
}
