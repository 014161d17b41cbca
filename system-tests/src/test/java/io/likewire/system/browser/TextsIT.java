package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts in any script, as people type them. */
@FullInChromium
class TextsIT {
    private static final String PLACES = """
            (element, part) => {
              const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
              while (walker.nextNode() && !walker.currentNode.data.includes(part));
              const text = walker.currentNode;
              const from = text.data.indexOf(part);
              const range = document.createRange();
              const place = (at) => {
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                return range.getBoundingClientRect();
              };
              const first = place(0);
              const rest = [...part].map((_, i) => place(from + i)).filter(({ top }) => Math.abs(top - first.top) < 4);
              return [first, ...rest].map(({ left }) => Math.round(left));
            }""";
    private static final String ARABIC = "شاي أخضر (500 g)";

    @Test
    void eachTextHasItsOwnDirection(Shop shop) {
        long id = shop.catalogue().create(ARABIC);
        Page page = shop.visit().page();
        directed(page.locator("product-card h2", new Page.LocatorOptions().setHasText(ARABIC)), "rtl");
        directed(page.locator("main h1"), "ltr");
        page.navigate(shop.address() + "/products/" + id);
        directed(page.locator("h1", new Page.LocatorOptions().setHasText(ARABIC)), "rtl");
        AdminPages admin = shop.adminPages();
        directed(admin.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(ARABIC)), "rtl");
        shop.catalogue().delete(id);
    }

    @Test
    void aSearchFindsTheLettersHoweverTheyWereTypedOrSaysWhatItNeeds(Shop shop) {
        List<String> titles = List.of("Cr\u00e8me caramel", "Cre\u0300me bru\u0302le\u0301e");
        titles.forEach(shop.catalogue()::create);
        Page page = shop.visit().page();
        Locator search = page.getByRole(AriaRole.SEARCHBOX);
        for (String text : List.of("cr\u00e8me", "cre\u0300me", "creme")) {
            search.fill(text);
            assertThat(page.getByText("2 results for")).isVisible();
            assertThat(page.locator("product-card")).hasCount(2);
            search.fill("!!");
            assertThat(page.locator("[data-state=empty] h2")).hasText("Enter a letter or number.");
            search.fill("bru");
            assertThat(page.locator("product-card")).hasCount(1);
        }
        AdminPages admin = shop.adminPages();
        admin.field("Search titles").fill("!!");
        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText("Enter a letter or number.");
        shop.catalogue().deleteAll(title -> title.startsWith("Cr"));
    }

    @Test
    void aTextTurnsNothingElseInItsSentence(Shop shop) {
        String title = "\u202Eturned \u2069tea";
        long tea = shop.catalogue().create(title);
        AdminPages admin = shop.adminPages();
        admin.search("turned").page().locator("button[aria-label^=Delete]").click();
        isReadable(admin.page().locator("#confirm-text"), "and its 0 likes");
        admin.press("Cancel");
        admin.page().locator("button[aria-label^=Edit]").click();
        admin.field("Image").fill("/images/cocoa.svg");
        admin.press("Save");
        assertThat(admin.page().locator(".said")).containsText("Product saved: ");
        admin.tell((String) admin.page()
                .evaluate("import('/admin/strings.js').then(({ strings: { products } }) =>"
                        + " products.notDeleted(['\u202Ea', 'b'], 'Permission denied'))"));
        isReadable(admin.page().locator(".said"), ", b. Permission denied");
        Page page = shop.visit().page();
        page.navigate("/?q=\u202Enowhere");
        isReadable(page.locator("[data-state=empty] h2"), "No results for");
        isReadable(page.locator("[data-state=empty] h2"), "”");
        page.navigate("/products/" + tea);
        assertThat(page).hasTitle("\u2068\u202Eturned tea\u2069 · Likewire");
        shop.catalogue().delete(tea);
    }

    /** Its letters stand from left to right, and whatever is after it stands behind it. */
    private static void isReadable(Locator text, String part) {
        assertThat(text).containsText(part);
        Object places = text.evaluate(PLACES, part);
        assertThat((List<?>) places).as("%s in %s", part, text.textContent()).isSorted();
    }

    private static void directed(Locator text, String direction) {
        assertThat(text).hasCSS("direction", direction);
    }
}
