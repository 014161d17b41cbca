package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is there before any script has come, and what need not be asked for again. */
@FullInChromium
class FirstPaintIT {
    private static final String PLACES = """
            () => JSON.stringify([...document.querySelectorAll('h1, main input, product-picture')]
              .map(one => one.getBoundingClientRect())
              .map(({ x, y, width, height }) => [x, y, width, height].map(Math.round)))""";

    @Test
    void theListBeginsWithItsHeadingAndItsSearch(Shop shop) {
        Page page = withoutScripts(shop, "/");
        assertThat(page.locator("h1")).hasText("Products");
        assertThat(page.locator(".skeleton").first()).isVisible();
        new Album(page, ColorScheme.LIGHT).add("early-list");
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
        new Album(page, ColorScheme.LIGHT).add("early-product");
        assertThat(page.locator("script[type='application/ld+json']")).hasCount(1);
    }

    @Test
    void nothingMovesWhenTheScriptsCome(Shop shop) {
        for (String path : List.of("/", "/products/1")) {
            Window window = shop.enter();
            Page page = window.page();
            List<Route> held = held(page);
            page.navigate(path, new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForCondition(() -> !held.isEmpty());
            page.waitForFunction("() => document.querySelector('footer')?.getBoundingClientRect().height > 0");
            Object early = page.evaluate(PLACES);

            held.forEach(Route::resume);
            assertThat(page.locator("like-button").first()).isVisible();

            assertThat(page.evaluate(PLACES)).isEqualTo(early);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void whatIsTypedBeforeTheScriptsComeIsSearchedFor(Shop shop) {
        Page page = shop.enter().page();
        List<Route> held = held(page);
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

    private static List<Route> held(Page page) {
        List<Route> held = new ArrayList<>();
        page.route("**/shop.js", held::add);
        return held;
    }

    private static Page withoutScripts(Shop shop, String path) {
        Page page = shop.enter().page();
        page.route("**/*.js", route -> route.abort());
        page.navigate(path);
        return page;
    }
}
