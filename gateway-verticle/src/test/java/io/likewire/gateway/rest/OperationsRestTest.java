package io.likewire.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.gateway.TestGateway;
import io.likewire.gateway.access.Access;
import io.likewire.gateway.http.Cors;
import io.likewire.gateway.http.Deadlines;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsRestTest {
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new TestGateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

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

    @Test
    void thePageIsServedAndAskedForEachTime() {
        HttpResponse<String> page = gateway.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(gateway.get("/", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void anOperationWithoutAHandlerFailsTheStart() {
        OpenAPIContract contract = TestGateway.await(gateway.vertx
                .fileSystem()
                .readFile("openapi/likewire.yaml")
                .compose(yaml -> ContractFile.load(gateway.vertx, yaml.toString())));
        Map<ApiOperation, Handler<RoutingContext>> handlers = new EnumMap<>(ApiOperation.class);
        for (ApiOperation operation : ApiOperation.values()) {
            handlers.put(operation, context -> {});
        }
        router(contract, handlers).create(gateway.vertx);
        handlers.remove(ApiOperation.GET_USER);
        assertThatThrownBy(() -> router(contract, handlers).create(Vertx.vertx()))
                .hasMessageContaining("getUser");
    }

    private static ApiRouter router(OpenAPIContract contract, Map<ApiOperation, Handler<RoutingContext>> handlers) {
        return new ApiRouter(
                contract, handlers, new Access(null, nobody -> false, null), new Cors(Set.of()), Deadlines.DEFAULT);
    }
}
