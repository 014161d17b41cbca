package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Products that try to run something in the pages of those who look at them. */
@FullInChromium
class XssIT {
    private static final Logger LOG = LoggerFactory.getLogger(XssIT.class);
    private static final String SHOWN = """
            () => Object.fromEntries([...document.querySelectorAll('product-card')].map(card => {
              const title = card.shadowRoot.querySelector('h2');
              return [card.dataset.product, title.childElementCount + title.textContent];
            }))""";

    @Test
    void nothingRunsAndTitlesAreShownAsText(Shop shop) {
        List<JsonObject> payloads = Payloads.products();
        assertThat(payloads).hasSizeGreaterThan(200);
        List<JsonObject> made = make(shop, payloads);
        try {
            look(shop, made, payloads.size());
            lookAtProductPages(shop, made);
            lookAtTheAdminPages(shop);
        } finally {
            made.forEach(product -> shop.catalogue().delete(product.getLong("id")));
        }
    }

    @Test
    void answersThatRepeatWhatWasAskedRunNothing(Shop shop) {
        Page page = shop.enter().page();
        Tripwire wire = new Tripwire(page, shop.address());
        List<String> asked = new ArrayList<>();
        List<String> titles = Payloads.products().stream()
                .map(product -> product.getString("title"))
                .distinct()
                .toList();
        for (int i = 0; i < titles.size(); i += 5) {
            String escaped = Payloads.escaped(titles.get(i));
            asked.addAll(List.of("/api/products?q=" + escaped, "/?q=" + escaped));
            asked.addAll(List.of("/api/products?sort=" + escaped, "/" + escaped, "/problems/" + escaped));
        }
        List<String> tripped = new ArrayList<>();
        for (String address : asked) {
            page.navigate(address);
            tripped.addAll(wire.tripped());
        }
        LOG.info("{} answers, tripped: {}", asked.size(), tripped);
        assertThat(tripped).isEmpty();
    }

    private static List<JsonObject> make(Shop shop, List<JsonObject> payloads) {
        List<JsonObject> results = shop.catalogue().createAll(payloads);
        List<String> refused = new ArrayList<>();
        List<JsonObject> made = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).getInteger("status") == 201) {
                made.add(results.get(i).getJsonObject("product"));
            } else {
                refused.add(payloads.get(i).encode());
            }
        }
        assertThat(refused).noneMatch(row -> row.contains("/images/tea.svg") && !row.contains("\u2028"));
        assertThat(made)
                .noneMatch(product -> product.getString("image").matches("(?i)\\s*(javascript|data|vbscript):.*"));
        return made;
    }

    private static void look(Shop shop, List<JsonObject> made, int payloads) {
        Window window = shop.enter();
        Tripwire wire = new Tripwire(window.page(), shop.address());
        window.open();
        Locator more = window.page().getByText("Show more");
        Locator last = window.card(made.get(made.size() - 1).getLong("id"));
        while (last.count() == 0) {
            more.click();
            assertThat(window.page().getByText("Loading…")).hasCount(0);
        }
        for (int i = 0; i < made.size(); i += 6) {
            window.card(made.get(i).getLong("id")).scrollIntoViewIfNeeded();
        }
        window.waitsForNetwork();

        @SuppressWarnings("unchecked")
        Map<String, String> shown = (Map<String, String>) window.page().evaluate(SHOWN);
        assertThat(shown)
                .containsAllEntriesOf(made.stream()
                        .collect(Collectors.toMap(
                                product -> product.getLong("id").toString(),
                                product -> "0" + product.getString("title"))));
        LOG.info(
                "{} payloads, {} products, {} pictures asked for elsewhere, tripped: {}",
                payloads,
                made.size(),
                wire.pictures().size(),
                wire.tripped());
        assertThat(wire.pictures()).isNotEmpty();
        assertThat(wire.tripped()).isEmpty();
    }

    private static void lookAtProductPages(Shop shop, List<JsonObject> made) {
        Page page = shop.enter().page();
        Tripwire wire = new Tripwire(page, shop.address());
        for (int i = 0; i < made.size(); i += 8) {
            page.navigate("/products/" + made.get(i).getLong("id"));
            Locator description = page.locator("product-page .description");
            assertThat(description.locator("*")).hasCount(0);
            assertThat(description.textContent()).isEqualTo(made.get(i).getString("description"));
            assertThat(wire.tripped()).isEmpty();
        }
    }

    private static void lookAtTheAdminPages(Shop shop) {
        Window window = shop.enter();
        Tripwire wire = new Tripwire(window.page(), shop.address());
        AdminPages admin = new AdminPages(window).signIn("admin", Shop.ADMIN_PASSWORD);
        admin.press("Added");
        for (String shown : List.of("1–25 of", "26–50 of", "51–75 of")) {
            assertThat(window.page().locator(".pager")).containsText(shown);
            admin.press("Next");
        }
        admin.page().locator("tr[data-product]").first().getByTitle("Edit").click();
        assertThat(admin.dialog()).isVisible();
        assertThat(wire.tripped()).isEmpty();
    }
}
