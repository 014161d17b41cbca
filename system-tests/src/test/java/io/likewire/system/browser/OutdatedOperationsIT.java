package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What is old is not shown as healthy, and dead letters can be read. */
@FullInChromium
class OutdatedOperationsIT {
    @Test
    void withoutAnswersNothingIsHealthy(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.open("Operations");
        Page page = admin.page();
        Locator outbox = page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Outbox: likes"));
        assertThat(outbox).containsText("Healthy");

        page.route("**/api/operations/**", route -> route.abort());
        assertThat(outbox).containsText("s ago");
        assertThat(page.locator("tr[data-service=likes]")).containsText("No heartbeat for");
        assertThat(page.getByText("Can’t reach the server. Retrying…")).hasCount(3);
        assertThat(page.locator("operations-page .badge.good")).hasCount(0);
        new Album(page, ColorScheme.LIGHT).add("operations-outdated");
        assertThat(page.locator(".badge.good:visible").getByText("up", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(0);

        page.unrouteAll();
        assertThat(outbox).containsText("Healthy");
    }

    @Test
    void aQueueThatSomebodyDeclaredOtherwiseIsNamed(Shop shop) {
        String reason = "PRECONDITION_FAILED - inequivalent arg 'x-max-length' for queue 'products.like-events'";
        AdminPages admin = shop.adminPages();
        admin.page().route("**/api/operations/nodes", route -> {
            JsonObject all = new JsonObject(route.fetch().text());
            JsonObject services = all.getJsonArray("nodes").getJsonObject(0).getJsonObject("services");
            services.getJsonObject("products").put("reasons", new JsonObject().put("broker", reason));
            route.fulfill(
                    new FulfillOptions().setContentType("application/json").setBody(all.encode()));
        });
        admin.open("Operations");
        assertThat(admin.page().locator("tr[data-service=products]")).containsText(reason);
    }

    @Test
    void aPayloadUnfoldsAndIsACardOnAPhone(Shop shop) {
        AdminPages admin = shop.adminPages(new NewContextOptions().setViewportSize(360, 740));
        Page page = admin.page();
        page.route(
                "**/api/operations/messages/parked?*",
                route -> route.fulfill(new FulfillOptions()
                        .setContentType("application/json")
                        .setBody(deadLetter().encode())));
        admin.open("Operations");
        Locator message = page.locator("tr[data-message]");
        Locator body = message.getByRole(AriaRole.REGION);
        assertThat(body).not().isVisible();

        message.locator("summary").click();

        assertThat(body).containsText("\n  \"title\": \"Unread tea\",\n");
        page.keyboard().press("Tab");
        assertThat(body).isFocused();
        assertThat((Boolean) body.evaluate("one => one.scrollHeight > one.clientHeight"))
                .isTrue();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
        Locator sheet = page.locator("dead-letters .sheet");
        assertThat((Boolean) sheet.evaluate("one => one.scrollWidth <= one.clientWidth"))
                .isTrue();
        assertThat((String) message.locator("td").first().evaluate("one => getComputedStyle(one, '::before').content"))
                .contains("Error");
        new Album(page, ColorScheme.LIGHT).add("dead-letter");
    }

    private static JsonObject deadLetter() {
        JsonObject body = new JsonObject().put("title", "Unread tea").put("words", new JsonArray());
        for (int i = 0; i < 50; i++) {
            body.getJsonArray("words").add("word " + i);
        }
        JsonObject letter = new JsonObject()
                .put("id", "7d0c")
                .put("type", "product_created")
                .put("queue", "likes.products")
                .put("reason", "It has no version")
                .put("parkedAt", "2026-11-29T10:00:00Z")
                .put("body", body.encode());
        return new JsonObject().put("messages", 1).put("shown", new JsonArray().add(letter));
    }
}
