package io.likewire.platform.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementServerIT {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClientAgent client = vertx.createHttpClient();
    private int port;
    private volatile int operated;
    private volatile boolean started;

    @BeforeEach
    void start() {
        Router operations = Router.router(vertx);
        operations.post("/harmful").handler(context -> {
            operated++;
            context.end("done");
        });
        operations.get("/broken").handler(context -> {
            throw new IllegalStateException("a secret");
        });
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        port = ManagementServer.start(
                        vertx, new ManagementOptions("127.0.0.1", 0), metrics, List.of(), () -> started, operations)
                .await()
                .actualPort();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void operationsAreThereForOperators() {
        assertThat(operate("User-Agent", "curl").statusCode()).isEqualTo(200);
        assertThat(operate("Content-Type", "application/json").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Origin         | http://evil.example",
                "Origin         | null",
                "Origin         | http://127.0.0.1:9090",
                "Sec-Fetch-Site | cross-site",
                "Sec-Fetch-Site | same-origin",
                "Sec-Fetch-Mode | no-cors",
                "Referer        | http://evil.example/",
                "Cookie         | a=b",
                "Content-Type   | application/x-www-form-urlencoded",
                "Content-Type   | multipart/form-data; boundary=x",
                "Content-Type   | TEXT/plain; charset=utf-8",
            })
    void aPageInABrowserCannotOperateTheService(String header, String value) {
        problem(operate(header, value), 403);
        assertThat(operated).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "rebound.evil.example:9090", "localhost.evil"})
    void aForeignNameThatLeadsHereIsToldNothing(String name) {
        for (String path : List.of("/metrics", "/health/live", "/health/ready", "/operations/harmful", "/none")) {
            problem(ask(HttpMethod.GET, path, "Host", name), 403);
        }
        problem(operate("Host", name), 403);
        assertThat(operated).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:9090", "[::1]:9090", "products:9091", "10.1.2.3"})
    void anAddressOrTheNameOfANeighbourIsFine(String name) {
        assertThat(ask(HttpMethod.GET, "/health/live", "Host", name).statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyAnswerIsHardenedAndNoneIsForOtherSites() {
        for (String path : List.of("/metrics", "/health/live", "/health/ready", "/none", "/operations/none", "/")) {
            for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.OPTIONS, HttpMethod.POST)) {
                MultiMap headers =
                        ask(method, path, "Origin", "http://evil.example").headers();
                assertThat(headers.names())
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
                assertThat(headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(headers.get("Content-Security-Policy")).startsWith("default-src 'none'");
                assertThat(headers.get("Cache-Control")).isEqualTo("no-store");
            }
        }
    }

    @Test
    void theStartIsOverWhenEveryServiceHasServed() {
        assertThat(ask(HttpMethod.GET, "/health/started", "Accept", "*/*").statusCode())
                .isEqualTo(503);
        started = true;
        assertThat(ask(HttpMethod.GET, "/health/started", "Accept", "*/*").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotThereIsAProblem() {
        problem(ask(HttpMethod.GET, "/none", "Accept", "*/*"), 404);
        problem(ask(HttpMethod.GET, "/operations/none", "Accept", "*/*"), 404);
        problem(ask(HttpMethod.DELETE, "/metrics", "Accept", "*/*"), 405);
        problem(ask(HttpMethod.GET, "/operations/broken", "Accept", "*/*"), 500);
    }

    private static void problem(HttpClientResponse response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.getHeader("Content-Type")).isEqualTo("application/problem+json");
        JsonObject problem = response.body().await().toJsonObject();
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.encode()).doesNotContain("secret");
    }

    private HttpClientResponse operate(String header, String value) {
        return ask(HttpMethod.POST, "/operations/harmful", header, value);
    }

    private HttpClientResponse ask(HttpMethod method, String path, String header, String value) {
        return client.request(method, port, "127.0.0.1", path)
                // Within the request's context: from here the body could have passed before anybody asks for it.
                .compose(request -> request.putHeader(header, value).send().compose(response -> response.body()
                        .map(response)))
                .await();
    }
}
