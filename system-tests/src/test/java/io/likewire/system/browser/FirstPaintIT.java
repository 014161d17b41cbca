package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is there before any script has come, and what need not be asked for again. */
@Tag("full")
@ExtendWith(InChromium.class)
class FirstPaintIT {
    private static final String SHIFTS = """
            () => new Promise(done => new PerformanceObserver(list =>
              done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0))).observe({ type: 'layout-shift', buffered: true }) ??
              setTimeout(() => done(0), 300))""";

    @Test
    void theListBeginsWithItsHeadingAndItsSearch(Shop shop) {
        Page page = withoutScripts(shop, "/");
        assertThat(page.locator("h1")).hasText("Products");
        assertThat(page.locator(".skeleton").first()).isVisible();
        page.getByRole(AriaRole.SEARCHBOX).fill("tea");

        page.unrouteAll();
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("tea");
    }

    @Test
    void aProductBeginsWithItsTitleAndItsPicture(Shop shop) {
        long tea = shop.catalogue().create("Early <tea>");
        Page page = withoutScripts(shop, "/products/" + tea);
        assertThat(page).hasTitle("Early <tea> · Likewire");
        assertThat(page.locator("h1")).hasText("Early <tea>");
        assertThat(page.locator("product-picture > img")).isVisible();
        assertThat(page.locator("script[type='application/ld+json']")).hasCount(1);
    }

    @Test
    void whatScriptsPutInItsPlaceIsAsLarge(Shop shop) {
        Window window = shop.enter(new NewContextOptions());
        for (String path : List.of("/", "/products/1")) {
            window.page().navigate(path);
            window.waitsForNetwork();
            assertThat(((Number) window.page().evaluate(SHIFTS)).doubleValue())
                    .as(path)
                    .isLessThan(0.02);
        }
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void whatIsTypedBeforeTheScriptsComeIsSearchedFor(Shop shop) {
        Page page = shop.enter(new NewContextOptions()).page();
        List<Route> held = new ArrayList<>();
        page.route("**/shop.js", held::add);
        page.navigate("/", new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator("input").fill("laps");
        page.waitForCondition(() -> !held.isEmpty());

        held.forEach(Route::resume);

        assertThat(page).hasURL(shop.address() + "/?q=laps");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("laps");
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
    }

    @Test
    void withoutANetworkAProductIsWhatTheListKnowsOfIt(Shop shop) {
        Window window = shop.visit();
        window.page().context().setOffline(true);
        window.card(1).locator("a").click();
        assertThat(window.page().locator("product-page h1")).hasText("Green tea");
        assertThat(window.page().locator("product-page like-button")).isVisible();
    }

    private static Page withoutScripts(Shop shop, String path) {
        Page page = shop.enter(new NewContextOptions()).page();
        page.route("**/*.js", route -> route.abort());
        page.navigate(path);
        return page;
    }
}
