package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Search, order and pages, and what the address bar says about them. */
@ExtendWith(InChromium.class)
class CatalogueIT {
    @Test
    void aSearchIsInTheAddressAndBackLeadsOutOfIt(Shop shop) {
        shop.catalogue().create("Lapsang souchong");
        Window window = shop.visit();
        Page page = window.page();
        Locator search = page.getByRole(AriaRole.SEARCHBOX);

        search.fill("laps");
        assertThat(page).hasURL(shop.address() + "/?q=laps");
        assertThat(page.locator("product-card h2")).hasText(new String[] {"Lapsang souchong"});
        assertThat(page.getByText("1 result for “laps”")).isVisible();
        search.press("Enter");
        search.fill("laps nothing");
        assertThat(page.getByText("No results for “laps nothing”")).isVisible();
        page.goBack();
        assertThat(search).hasValue("laps");
        assertThat(page.locator("product-card")).hasCount(1);
        search.fill("laps nothing");
        page.getByText("Clear search").click();

        assertThat(page).hasURL(shop.address() + "/");
        assertThat(window.card(1)).isVisible();
        assertThat(window.complaints()).isEmpty();
    }

    @Tag("full")
    @Test
    void theOrderIsInTheAddress(Shop shop) {
        shop.catalogue().create("Aardvark tea");
        Page page = shop.visit().page();

        page.getByLabel("Sort by").selectOption("Title");

        assertThat(page).hasURL(shop.address() + "/?sort=title");
        assertThat(page.locator("product-card h2").first()).hasText("Aardvark tea");
        page.reload();
        assertThat(page.locator("product-card h2").first()).hasText("Aardvark tea");
    }

    @Tag("full")
    @Test
    void howFarSomebodyHasComeIsInTheAddressAndIsThereAgain(Shop shop) {
        shop.catalogue().createMany("Paged tea", 130);
        try {
            Window window = shop.enter();
            Page page = window.page();
            page.navigate("/?q=paged+tea");
            assertThat(page.locator("product-card")).hasCount(60);

            page.getByText("Show more").click();
            assertThat(page).hasURL(shop.address() + "/?q=paged+tea&page=2");
            Locator last = page.locator("product-card").nth(119);
            String title = last.locator("h2").innerText();
            last.getByRole(AriaRole.LINK).click();
            assertThat(page.getByRole(AriaRole.HEADING)).isFocused();
            page.getByText("All products").click();
            assertThat(last).isInViewport();
            assertThat(last).isFocused();
            page.reload();

            assertThat(last.locator("h2")).hasText(title);
            page.getByText("Show more").click();
            assertThat(page.locator("product-card")).hasCount(130);
            assertThat(page.getByText("Show more")).hasCount(0);
            assertThat(window.complaints()).isEmpty();
        } finally {
            shop.catalogue().deleteAll(name -> name.startsWith("Paged tea"));
        }
    }

    @Tag("full")
    @Test
    void aListThatDidNotLoadFillsByItself(Shop shop) {
        Page page = shop.enter().page();
        page.route("**/api/products?*", route -> route.abort());
        page.navigate("/");
        assertThat(page.getByText("Couldn’t load products")).isVisible();

        page.unrouteAll();

        assertThat(page.locator("product-card").first()).isVisible(new IsVisibleOptions().setTimeout(15_000));
        assertThat(page.getByText("Couldn’t load products")).hasCount(0);
    }
}
