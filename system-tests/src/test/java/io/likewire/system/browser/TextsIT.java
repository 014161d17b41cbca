package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Texts in any script, as people type them. */
@Tag("full")
@ExtendWith(InChromium.class)
class TextsIT {
    private static final String ARABIC = "شاي أخضر (500 g)";

    @Test
    void eachTextHasItsOwnDirection(Shop shop) {
        long id = shop.catalogue().create(ARABIC);
        Page page = shop.visit().page();
        directed(page.locator("product-card h2", new Page.LocatorOptions().setHasText(ARABIC)), "rtl");
        directed(page.locator("main h1"), "ltr");
        page.navigate(shop.address() + "/products/" + id);
        directed(page.locator("h1", new Page.LocatorOptions().setHasText(ARABIC)), "rtl");
        AdminPages admin = shop.adminPages(new NewContextOptions());
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
        AdminPages admin = shop.adminPages(new NewContextOptions());
        admin.field("Search titles").fill("!!");
        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText("Enter a letter or number.");
        shop.catalogue().deleteAll(title -> title.startsWith("Cr"));
    }

    private static void directed(Locator text, String direction) {
        assertThat(text).hasCSS("direction", direction);
    }
}
