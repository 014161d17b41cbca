package io.likewire.gateway.pages;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.TestGateway;
import io.vertx.core.Promise;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapTest {
    @AutoClose
    private TestGateway gateway;

    @BeforeEach
    void start() {
        gateway = new TestGateway();
        for (int i = 1; i <= 501; i++) {
            gateway.products.add("Tea " + i);
        }
    }

    @Test
    void allProductsAreInItsPages() {
        String site = "http://127.0.0.1:" + gateway.port;
        assertThat(get("/sitemap.xml"))
                .contains("<loc>" + site + "/sitemaps/1.xml</loc>", "<loc>" + site + "/sitemaps/2.xml</loc>")
                .doesNotContain("/sitemaps/3.xml");
        assertThat(get("/sitemaps/1.xml"))
                .contains("<loc>" + site + "/products/1</loc>", "<loc>" + site + "/products/500</loc>")
                .contains("<lastmod>2026-11-21T10:15:31Z</lastmod>")
                .doesNotContain("/products/501<");
        assertThat(get("/sitemaps/2.xml")).contains("<loc>" + site + "/products/501</loc>");
    }

    @Test
    void theOwnerIsAskedOnceAnHourForAPage() {
        for (int i = 0; i < 5; i++) {
            get("/sitemap.xml");
            get("/sitemaps/2.xml");
        }
        assertThat(gateway.products.exported).containsExactly(500L);
        assertThat(gateway.products.questions.get()).isEqualTo(1);
    }

    /** The owner's places are those of imports and exports. */
    @Test
    void pagesAreMadeOneAtATime() throws Exception {
        Promise<Void> open = Promise.promise();
        gateway.products.exportGate = open::future;
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> get("/sitemaps/1.xml"));
        await().until(() -> !gateway.products.exported.isEmpty());
        problem(gateway.get("/sitemaps/2.xml"), 503);
        open.complete();
        assertThat(first.get(10, TimeUnit.SECONDS)).contains("/products/7<");
        assertThat(get("/sitemaps/2.xml")).contains("/products/501<");
    }

    @Test
    void aFailureIsNotKept() {
        gateway.products.failure = new Refusal(ProblemType.UNAVAILABLE, "down");
        problem(gateway.get("/sitemaps/1.xml"), 503);
        gateway.products.failure = null;
        assertThat(get("/sitemaps/1.xml")).contains("/products/7<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/sitemaps/0.xml", "/sitemaps/3.xml", "/sitemaps/50001.xml", "/sitemaps/x.xml", "/sitemaps/"})
    void otherPagesThereAreNone(String path) {
        assertThat(gateway.get(path).statusCode()).isEqualTo(404);
        assertThat(gateway.products.exported).isEmpty();
    }

    private String get(String path) {
        HttpResponse<String> map = gateway.get(path);
        assertThat(map.statusCode()).as(map.body()).isEqualTo(200);
        assertThat(map.headers().firstValue("Content-Type")).contains("application/xml");
        assertThat(map.headers().firstValue("Cache-Control")).contains("private, max-age=3600");
        return map.body();
    }
}
