package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where one was is where one is again. */
@FullInChromium
class HistoryIT {
    private static final int TOP = 900;
    private static final String IS_THERE = "top => Math.abs(scrollY - top) < 3";

    @Test
    void whatIsTypedIntoTheSearchIsOneEntryOfTheHistory(Shop shop) {
        shop.catalogue().create("Gunpowder tea");
        Page page = shop.visit().page();
        Locator search = page.getByRole(AriaRole.SEARCHBOX);

        search.fill("gu");
        page.waitForURL("**/?q=gu");
        search.fill("gunp");
        page.waitForURL("**/?q=gunp");
        search.fill("gunpowder");
        page.waitForURL("**/?q=gunpowder");
        page.goBack();

        assertThat(page).hasURL(shop.address() + "/");
        assertThat(search).hasValue("");
    }

    @Test
    void theTableOfProductsIsSearchedInOneEntryAndScrolledAsItWas(Shop shop) {
        shop.catalogue().createMany("Scrolled tea", 25);
        AdminPages admin = shop.adminPages(new NewContextOptions().setViewportSize(800, 500));
        Page page = admin.page();
        Locator search = admin.field("Search titles");
        for (String typed : List.of("sc", "scroll", "scrolled")) {
            search.fill(typed);
            page.waitForURL("**/admin?q=" + typed);
        }
        assertThat(page.locator("tr[data-product]")).hasCount(25);
        page.evaluate("top => scrollTo(0, top)", TOP);
        page.waitForFunction("top => history.state?.top === top", TOP);
        page.reload();
        page.waitForFunction(IS_THERE, TOP);
        page.locator(".tabs a[href='/admin/users']").evaluate("link => link.click()");
        assertThat(page.getByText("Active")).isVisible();
        page.waitForFunction(IS_THERE, 0);
        page.goBack();
        page.waitForFunction(IS_THERE, TOP);
        page.goBack();
        assertThat(page).hasURL(shop.address() + "/admin");
        assertThat(search).hasValue("");
        shop.catalogue().deleteAll(title -> title.startsWith("Scrolled tea"));
    }

    @Test
    void theListIsScrolledAsItWasAfterAReloadAnotherPageAndBack(Shop shop) {
        shop.catalogue().createMany("Scrolled tea", 60);
        try {
            Page page = shop.enter(new NewContextOptions().setViewportSize(800, 700))
                    .page();
            page.navigate("/?q=scrolled");
            assertThat(page.locator("product-card")).hasCount(60);
            page.evaluate("top => scrollTo(0, top)", TOP);
            page.waitForFunction("top => history.state?.top === top", TOP);

            page.reload();
            page.waitForFunction(IS_THERE, TOP);
            page.navigate("/embed");
            page.goBack();
            page.waitForFunction(IS_THERE, TOP);
            page.locator("product-card a").nth(20).evaluate("link => link.click()");
            assertThat(page.locator("product-page h1")).isVisible();
            page.goBack();
            page.waitForFunction(IS_THERE, TOP);
            page.goForward();
            page.reload();
            assertThat(page.locator("product-page h1")).isVisible();
            page.goBack();
            page.waitForFunction(IS_THERE, TOP);
        } finally {
            shop.catalogue().deleteAll(title -> title.startsWith("Scrolled tea"));
        }
    }

    @Test
    void anUnknownAddressLeadsHomeAndCanBeSearchedFrom(Shop shop) {
        Page page = shop.enter().page();
        for (String unknown : List.of("/nothing", "/products/987654321")) {
            assertThat(page.navigate(unknown).status()).isEqualTo(404);
            assertThat(page.getByText("See all products")).isVisible();
            page.getByRole(AriaRole.SEARCHBOX).fill("tea");
            page.keyboard().press("Enter");

            assertThat(page).hasURL(shop.address() + "/?q=tea");
            assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("tea");
        }
    }
}
