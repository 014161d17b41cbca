package io.likewire.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.TestGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What whoever runs no scripts learns of a product: search engines, previews of links, the first paint. */
class ProductPagesTest {
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\"'&";
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @AutoClose
    private final TestGateway gateway = new TestGateway();

    @Test
    void itSaysWhatTheProductIs() {
        String origin = "http://127.0.0.1:" + gateway.port;
        JsonObject tea = new JsonObject().put("title", "Green tea").put("image", "/images/tea.svg");
        gateway.sendJson(
                "POST", "/api/products", tea.put("description", "Loose\nleaves").encode());

        String page = page(1, 200);

        assertThat(page)
                .contains("<title>Green tea · Likewire</title>")
                .contains("<meta name=\"description\" content=\"Loose leaves\">")
                .contains("<link rel=\"canonical\" href=\"" + origin + "/products/1\">")
                .contains("<meta property=\"og:type\" content=\"product\">")
                .contains("<meta property=\"og:title\" content=\"Green tea\">")
                .contains("<meta property=\"og:description\" content=\"Loose leaves\">")
                .contains("<meta property=\"og:url\" content=\"" + origin + "/products/1\">")
                .contains("<meta property=\"og:image\" content=\"" + origin + "/images/tea.svg\">")
                .contains("<h1 dir=\"auto\" tabindex=\"-1\">Green tea</h1>")
                .contains("<img src=\"/images/tea.svg\"");
        assertThat(data(page).getString("name")).isEqualTo("Green tea");
        assertThat(data(page).getString("url")).isEqualTo(origin + "/products/1");
    }

    @Test
    void nothingInItBreaksOutOfItsPlace() {
        JsonObject draft = new JsonObject().put("title", HOSTILE).put("image", "/x.png?\"><b>");
        gateway.sendJson(
                "POST", "/api/products", draft.put("description", HOSTILE).encode());

        String page = page(1, 200);

        assertThat(page).doesNotContain("<img src=x", "<b>", "</script><");
        assertThat(data(page).getString("name")).isEqualTo(HOSTILE);
    }

    @Test
    void itsTitleTurnsNothingElse() {
        gateway.products.add("\u202Etea");
        assertThat(page(1, 200)).contains("<title>\u2068\u202Etea\u2069 · Likewire</title>");
    }

    @Test
    void anUnknownProductIsNotFoundWithThePageThatSaysSo() {
        assertThat(page(987, 404)).contains("<shop-app>").doesNotContain("ld+json", "canonical");
    }

    @Test
    void withoutTheServiceThePageComesWithoutTags() {
        gateway.products.add("Tea");
        gateway.products.failure = new Refusal(ProblemType.UNAVAILABLE, "down");
        assertThat(page(1, 200)).contains("<shop-app>").doesNotContain("ld+json");
    }

    @Test
    void aSlowServiceIsNotWaitedForLong() {
        Promise<Void> never = Promise.promise();
        gateway.products.getGate = never.future();
        long start = System.nanoTime();
        assertThat(page(1, 200)).contains("<shop-app>").doesNotContain("ld+json");
        assertThat(System.nanoTime() - start).isLessThan(1_300_000_000L);
        gateway.products.getGate = Future.succeededFuture();
    }

    private static JsonObject data(String page) {
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        return new JsonObject(data.group(1));
    }

    private String page(long id, int status) {
        HttpResponse<String> page = gateway.get("/products/" + id, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        return page.body();
    }
}
