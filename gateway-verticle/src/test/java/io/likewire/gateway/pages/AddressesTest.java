package io.likewire.gateway.pages;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are not quite those of a page. */
class AddressesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @AutoClose
    private static final TestGateway gateway = new TestGateway().holding("Tea");

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/nothing.html", "/admin/nothing", "/problems/nothing", "/products/", "//x"})
    void anUnknownOneIsAPageForBrowsers(String path) {
        HttpResponse<String> page = gateway.get(path, "Accept", BROWSER);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().allValues("Vary")).contains("accept");
        assertThat(page.body()).contains("<h1>Page not found</h1>", "role=\"search\"", "href=\"/\"");
        problem(gateway.get(path), 404);
    }

    @Test
    void anUnknownOneOfTheApiIsAProblemForEverybody() {
        problem(gateway.get("/api/nothing", "Accept", BROWSER), 404);
        problem(gateway.send("POST", "/nothing", null, "Accept", BROWSER), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/, /admin",
        "/admin/users/, /admin/users",
        "/admin/operations/, /admin/operations",
        "/likes/, /likes",
        "/account/, /account",
        "/embed/?a=b, /embed?a=b",
        "/docs/, /docs",
        "/problems/, /problems",
        "/problems/not-found/, /problems/not-found",
        "/products/1/, /products/1"
    })
    void theSlashBehindAPageIsTakenOff(String path, String page) {
        HttpResponse<String> moved = gateway.get(path);

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).contains(page);
        assertThat(gateway.get(page).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//shop.example/", "/%5Cshop.example/", "/nothing/", "/admin//"})
    void nobodyIsSentToWhereNoPageIs(String path) {
        assertThat(gateway.get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void crawlersFindWhatIsForThem() {
        assertThat(gateway.get("/robots.txt").body())
                .contains("Sitemap: http://127.0.0.1:" + gateway.port + "/sitemap.xml");
        assertThat(gateway.get("/favicon.ico").headers().firstValue("Content-Type"))
                .contains("image/x-icon");
        assertThat(gateway.get("/site.webmanifest").body()).contains("\"name\"");
    }
}
