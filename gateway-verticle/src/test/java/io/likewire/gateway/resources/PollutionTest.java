package io.likewire.gateway.resources;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that mean something to others: to JavaScript's objects, to a file system. */
class PollutionTest {
    private static final String DRAFT = "{\"title\":\"Tea\",\"image\":\"/x\",%s}";

    @AutoClose
    private static final TestGateway gateway = new TestGateway().holding("Tea");

    @ParameterizedTest
    @CsvSource({"__proto__", "constructor", "prototype", "toString", "version", "likesVersion", "createdAt", "''"})
    void noFieldIsTakenThatIsNotKnown(String name) {
        String draft = String.format(Locale.ROOT, DRAFT, "\"" + name + "\":{\"likes\":5}");
        problem(gateway.sendJson("POST", "/api/products", draft), 400);
        problem(gateway.sendJson("PUT", "/api/products/1", draft), 400);
        problem(gateway.sendJson("POST", "/api/products/batch", draft), 400);
        problem(gateway.send("PATCH", "/api/products/1", draft, "Content-Type", "application/merge-patch+json"), 400);
        problem(gateway.sendJson("POST", "/api/likes/query", "{\"productIds\":[1],\"" + name + "\":1}"), 400);
        assertThat(gateway.sendJson("POST", "/api/products/batch", "{\"products\":[" + draft + "]}")
                        .body())
                .contains("\"status\":400")
                .doesNotContain("201");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%5c..%5cetc%5cpasswd",
                "/%252e%252e/etc/passwd",
                "/..;/etc/passwd",
                "//etc/passwd",
                "/images/../../logback.xml",
                "/images/..%2f..%2flogback.xml",
                "/lib/../logback.xml",
                "/lib/..%2f..%2f..%2flogback.xml",
                "/lib/lit-html/3.3.2/..%2f..%2f..%2f..%2flogback.xml",
                "/lib/lit-html/3.3.2/%00.js",
                "/lib/lit-html/3.3.2/package.json%00.js",
                "/logback.xml",
                "/cluster.xml",
                "/META-INF/MANIFEST.MF",
                "/io/likewire/gateway/GatewayMain.class",
                "/web/index.html",
                "/openapi/likewire.yaml",
                "/problems/..%2f..%2fopenapi%2flikewire.yaml",
                "/.git/config",
                "/.env"
            })
    void noFileIsReadThatIsNoPage(String path) {
        var answer = gateway.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("root:", "<configuration", "openapi:", "Manifest-Version");
    }
}
