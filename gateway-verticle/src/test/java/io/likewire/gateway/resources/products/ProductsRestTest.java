package io.likewire.gateway.resources.products;

import static io.likewire.gateway.TestGateway.DRAFT;
import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.Product;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductsRestTest {
    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @BeforeEach
    void forget() {
        gateway.products.forget();
    }

    @Test
    void aNewProductHasAnAddressWhereItIsFound() {
        HttpResponse<String> created = gateway.sendJson("POST", "/api/products", DRAFT);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains("/api/products/1");
        assertThat(created.body()).startsWith("{\"id\":1,\"title\":\"Tea\",\"image\":\"https://x/y.png\",\"likes\":0,");
        assertThat(gateway.get("/api/products/1").body()).isEqualTo(created.body());
    }

    @Test
    void contentTypeMayNameACharset() {
        HttpResponse<String> created =
                gateway.send("POST", "/api/products", DRAFT, "Content-Type", "Application/JSON; charset=utf-8");
        assertThat(created.statusCode()).isEqualTo(201);
    }

    @Test
    void anUpdateIsAcceptedWith202AndADeletionWith204() {
        gateway.products.add("Tea");
        HttpResponse<String> updated =
                gateway.sendJson("PUT", "/api/products/1", "{\"title\":\"Coffee\",\"image\":\"/coffee.png\"}");
        assertThat(updated.statusCode()).isEqualTo(202);
        assertThat(new JsonObject(updated.body()).getString("title")).isEqualTo("Coffee");

        HttpResponse<String> deleted = gateway.send("DELETE", "/api/products/1", null);
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        problem(gateway.get("/api/products/1"), 404);
        problem(gateway.send("DELETE", "/api/products/1", null), 404);
    }

    @Test
    void aListWithAnotherProductIsSentAgain() {
        gateway.products.add("Tea");
        String tag = tag(gateway.get("/api/products"));
        gateway.sendJson("POST", "/api/products", DRAFT);

        assertThat(gateway.get("/api/products", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aProductWithAnotherCountIsSentAgain() {
        Product tea = gateway.products.add("Tea");
        String tag = tag(gateway.get("/api/products/1", "Cache-Control", "no-cache"));
        assertThat(tag).isEqualTo("\"" + tea.version() + "-0\"");
        gateway.products.setLikes(1, 1, 5_000);
        assertThat(gateway.get("/api/products/1", "If-None-Match", tag, "Cache-Control", "no-cache")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aServiceInTroubleIsA503WithRetryAfter() {
        gateway.products.failure = new Refusal(ProblemType.UNAVAILABLE, "The database is away");
        HttpResponse<String> response = gateway.get("/api/products/1", "Cache-Control", "no-cache");
        problem(response, 503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aDefectBehindTheBusTellsNothingOfItself() {
        gateway.products.failure = new IllegalStateException("SELECT * FROM secrets");
        assertThat(problem(gateway.get("/api/products/1", "Cache-Control", "no-cache"), 500)
                        .encode())
                .doesNotContain("secrets");
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }
}
