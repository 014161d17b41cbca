package io.likewire.gateway.edge;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.gateway.EdgeConfig;
import io.likewire.gateway.TestGateway;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private static final String SHOP = "https://shop.example";

    @AutoClose
    private static final TestGateway gateway =
            TestGateway.with(Map.of("CORS_ORIGINS", SHOP + ", http://localhost:3000"));

    @ParameterizedTest
    @ValueSource(strings = {"/api/products", "/api/nothing", "/api/user", "/", "/nothing.html"})
    void aPageOnTheListMayReadEveryAnswer(String path) {
        HttpResponse<String> response = gateway.get(path, "Origin", SHOP);
        assertThat(response.headers().allValues("Access-Control-Allow-Origin")).containsExactly(SHOP);
        assertThat(response.headers()
                        .firstValue("Access-Control-Expose-Headers")
                        .orElse(""))
                .contains("ETag", "Link", "Location", "Retry-After", "RateLimit");
        assertThat(response.headers().map()).doesNotContainKey("access-control-allow-credentials");
        assertThat(response.headers().allValues("Vary")).anyMatch("origin"::equalsIgnoreCase);
    }

    @Test
    void anotherPageMayNotAndNoCacheMixesThemUp() {
        String origin = "https://evil.example";
        HttpResponse<String> response = gateway.get("/api/user", "Origin", origin);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        assertThat(response.headers().allValues("Vary")).anyMatch("origin"::equalsIgnoreCase);
        assertThat(preflight("/api/products", origin).headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void aPreflightNamesTheMethodsOfTheVeryRoute() {
        HttpResponse<String> response = preflight("/api/products/1/like", SHOP);
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                .contains("DELETE, OPTIONS, POST, PUT");
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization", "Content-Type", "If-Match", "Idempotency-Key");
        assertThat(preflight("/api/user", SHOP).headers().firstValue("Access-Control-Allow-Methods"))
                .contains("GET, HEAD, OPTIONS");
        problem(preflight("/api/nothing", SHOP), 404);
    }

    @Test
    void nobodyIsOnTheListUnlessNamed() {
        try (TestGateway usual = new TestGateway()) {
            HttpResponse<String> response = usual.get("/api/user", "Origin", SHOP);
            assertThat(response.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        }
    }

    @Test
    void aRequestThatCannotBeReadIsToldToo() {
        String head = "GET /api/user HTTP/1.1\r\nOrigin: " + SHOP + "\r\nX: " + "x".repeat(9_000) + "\r\n\r\n";
        assertThat(gateway.raw(head)).startsWith("HTTP/1.1 431");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "null", "shop.example", "https://shop.example/", "https://*.example", "HTTPS://shop.example"
            })
    void whatIsNoOriginIsRefusedAtStart(String origin) {
        Environment environment = Environment.of(Map.of("CORS_ORIGINS", origin));
        assertThatThrownBy(() -> EdgeConfig.from(environment))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("CORS_ORIGINS: expected origins such as https://shop.example");
    }

    /** Browsers leave the usual port out. */
    @Test
    void theUsualPortMayBeNamed() {
        Environment environment = Environment.of(Map.of(
                "CORS_ORIGINS",
                "https://shop.example:443,http://shop.example:80,http://a.example:443,http://my_shop:3000"));
        assertThat(EdgeConfig.from(environment).cors().origins())
                .containsExactlyInAnyOrder(
                        "https://shop.example", "http://shop.example", "http://a.example:443", "http://my_shop:3000");
    }

    private static HttpResponse<String> preflight(String path, String origin) {
        return gateway.send("OPTIONS", path, null, "Origin", origin, "Access-Control-Request-Method", "PUT");
    }
}
