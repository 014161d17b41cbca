package io.likewire.gateway.resources.products;

import static io.likewire.gateway.TestGateway.DRAFT;
import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.Product;
import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonArray;
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
    void theListIsAnArrayInPages() {
        for (int i = 0; i < 5; i++) {
            gateway.products.add("P" + i);
        }
        HttpResponse<String> first = gateway.get("/api/products?limit=2");
        assertThat(ids(first)).isEqualTo("1 2");
        HttpResponse<String> second = gateway.get(next(first));
        assertThat(ids(second)).isEqualTo("3 4");
        HttpResponse<String> third = gateway.get(next(second));
        assertThat(ids(third)).isEqualTo("5");
        assertThat(third.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        gateway.products.add("Tea");
        String tag = tag(gateway.get("/api/products"));
        HttpResponse<String> again = gateway.get("/api/products", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        gateway.sendJson("POST", "/api/products", DRAFT);
        assertThat(gateway.get("/api/products", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anUnchangedProductIsNotSentAgainHoweverTheTagIsWritten() {
        Product tea = gateway.products.add("Tea");
        String tag = tag(gateway.get("/api/products/1"));
        assertThat(tag).isEqualTo("\"" + tea.version() + "-0\"");
        for (String header : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            assertThat(gateway.get("/api/products/1", "If-None-Match", header).statusCode())
                    .as(header)
                    .isEqualTo(304);
        }
        gateway.products.setLikes(1, 1, 5_000);
        assertThat(gateway.get("/api/products/1", "If-None-Match", tag, "Cache-Control", "no-cache")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anEditOfAStaleVersionIsRefused() {
        gateway.products.add("Tea");
        String tag = tag(gateway.get("/api/products/1"));
        assertThat(edit(tag).statusCode()).isEqualTo(202);
        problem(edit(tag), 412);
        problem(gateway.send("DELETE", "/api/products/1", null, "If-Match", tag), 412);
    }

    @Test
    void likesDoNotHinderAnEdit() {
        Product tea = gateway.products.add("Tea");
        assertThat(edit("\"" + tea.version() + "-999\"").statusCode()).isEqualTo(202);
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        gateway.products.add("Tea");
        HttpResponse<String> head = gateway.send("HEAD", "/api/products/1", null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).isPresent();
        assertThat(head.body()).isEmpty();
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

    private HttpResponse<String> edit(String tag) {
        return gateway.send("PUT", "/api/products/1", DRAFT, "Content-Type", "application/json", "If-Match", tag);
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static String next(HttpResponse<String> response) {
        String link = response.headers().firstValue("Link").orElseThrow();
        assertThat(link).matches("</api/products\\?limit=2&after=[\\w-]+>; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }

    private static String ids(HttpResponse<String> response) {
        return String.join(
                " ",
                new JsonArray(response.body())
                        .stream()
                                .map(product ->
                                        ((JsonObject) product).getLong("id").toString())
                                .toList());
    }
}
