package io.likewire.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementServerIT {
    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void start() {
        Router operations = Router.router(vertx);
        operations.post("/harmful").handler(context -> context.end("done"));
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        port = ManagementServer.start(vertx, new ManagementOptions("127.0.0.1", 0), metrics, List.of(), operations)
                .await()
                .actualPort();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void operationsAreThereForOperators() {
        assertThat(status("User-Agent", "curl")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin", "Sec-Fetch-Site"})
    void aPageInABrowserCannotOperateTheService(String header) {
        assertThat(status(header, "http://evil.example")).isEqualTo(403);
    }

    private int status(String header, String value) {
        return vertx.createHttpClient()
                .request(HttpMethod.POST, port, "127.0.0.1", "/operations/harmful")
                .compose(request -> request.putHeader(header, value).send())
                .await()
                .statusCode();
    }
}
