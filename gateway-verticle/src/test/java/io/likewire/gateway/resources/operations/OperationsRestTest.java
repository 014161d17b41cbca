package io.likewire.gateway.resources.operations;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.gateway.TestGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsRestTest {
    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @BeforeEach
    void allAreUp() {
        gateway.likes.status = "up";
        gateway.products.status = "up";
    }

    @Test
    void healthIsUpWhileAllServicesAre() {
        HttpResponse<String> response = gateway.get("/api/health");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonObject report = new JsonObject(response.body());
        assertThat(report.getString("status")).isEqualTo("up");
        assertThat(report.getJsonObject("services").fieldNames()).containsExactly("products", "likes", "auth");
    }

    /** Who hangs up makes room for another request, but the services are still being asked. */
    @Test
    void manyWhoAskForTheHealthAndHangUpCostOneQuestion() throws Exception {
        Promise<Void> answered = Promise.promise();
        gateway.products.healthGate = answered.future();
        int before = gateway.products.healthAsked.get();
        try {
            for (int i = 0; i < 30; i++) {
                try (Socket socket = new Socket("127.0.0.1", gateway.port)) {
                    socket.getOutputStream().write("GET /api/health HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
                }
            }
            CompletableFuture<HttpResponse<String>> last =
                    CompletableFuture.supplyAsync(() -> gateway.get("/api/health"));
            await().during(Duration.ofMillis(300)).until(() -> gateway.products.healthAsked.get() == before + 1);
            answered.complete();
            assertThat(last.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        } finally {
            answered.tryComplete();
            gateway.products.healthGate = Future.succeededFuture();
        }
    }

    @Test
    void healthIsDegradedButGoodEnoughWhenAPartLags() {
        gateway.likes.status = "degraded";
        HttpResponse<String> response = gateway.get("/api/health");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(response.body()).getString("status")).isEqualTo("degraded");
    }

    @Test
    void healthIs503WhenAServiceIsDown() {
        gateway.products.status = "down";
        HttpResponse<String> response = gateway.get("/api/health");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(new JsonObject(response.body()).getString("status")).isEqualTo("down");
    }

    @Test
    void aUserIsOneOfThree() {
        HttpResponse<String> response = gateway.get("/api/user");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(response.body()).getLong("id")).isBetween(1L, 3L);
    }

    @Test
    void theContractIsServedAsItIsWritten() {
        HttpResponse<String> response = gateway.get("/openapi.yaml");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(response.body()).startsWith("openapi: 3.1.0").contains("application/problem+json");
    }
}
