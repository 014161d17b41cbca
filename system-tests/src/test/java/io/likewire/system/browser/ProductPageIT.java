package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@FullInChromium
class ProductPageIT {
    @Test
    void aProductHasAnAddressALiveCountAndALinkToPassOn(Shop shop) {
        long tea = shop.catalogue().create("Shared tea");
        Window window =
                shop.enter(new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
        Page page = window.page();
        page.navigate("/products/" + tea);
        assertThat(page).hasTitle("Shared tea · Likewire");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Shared tea");

        page.locator("product-page like-button").click();
        shop.catalogue().like(tea);
        assertThat(page.locator("product-page .count")).hasText("2");
        page.getByText("Share", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.getByText("Link copied")).isVisible();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(shop.address() + "/products/" + tea);
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void aDescriptionIsTextWithItsOwnLines(Shop shop) {
        String text = "<b>Loose</b>\n\n<script>alert(1)</script> & leaves";
        JsonObject draft = new JsonObject().put("title", "Described tea").put("image", "/images/tea.svg");
        long tea = shop.catalogue()
                .createAll(List.of(draft.put("description", text)))
                .get(0)
                .getJsonObject("product")
                .getLong("id");
        Page page = shop.enter().page();
        page.navigate("/products/" + tea);

        Locator shown = page.locator("product-page .description");
        assertThat(shown.locator("*")).hasCount(0);
        assertThat(shown).isVisible();
        assertThat(shown.innerText()).isEqualTo(text);
        shop.catalogue().delete(tea);
    }

    @Test
    void itsPictureIsWholeAndNamed(Shop shop) {
        Page page = shop.enter().page();
        page.navigate("/products/1");
        Locator picture = page.locator("product-page").getByRole(AriaRole.IMG);
        assertThat(picture).hasAccessibleName("Picture of Green tea");
        assertThat(picture).hasCSS("object-fit", "contain");

        page.route("**/images/*", route -> route.abort());
        page.reload();
        assertThat(page.locator("product-page .fallback")).hasAccessibleName("Picture of Green tea");
    }

    @Test
    void whoLikesTooFastReadsWhenToTryAgain(Shop shop) {
        Page page = shop.enter().page();
        page.route(
                "**/like",
                route -> route.fulfill(new FulfillOptions()
                        .setStatus(429)
                        .setHeaders(Map.of("Retry-After", "42"))
                        .setBody("{\"message\":\"You're liking too fast\"}")));
        page.navigate("/products/1");

        page.locator("product-page like-button").click();

        assertThat(page.locator("product-page .message")).hasText("You're liking too fast. Try again in 42 s.");
    }

    @Test
    void aProductThatIsNotThereLeadsBackToTheOthers(Shop shop) {
        Page page = shop.enter().page();
        page.navigate("/products/987654321");
        assertThat(page.getByText("Product not found")).isVisible();

        page.getByText("See all products").click();

        assertThat(page).hasURL(shop.address() + "/");
        assertThat(page.locator("product-card").first()).isVisible();
    }

    @Test
    void theSwitchOfColoursIsRemembered(Shop shop) {
        Page page = shop.visit().page();
        page.getByLabel("Theme: system").click();
        page.getByLabel("Theme: light").click();
        assertThat(page.getByLabel("Theme: dark")).isVisible();

        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(22, 19, 17)");
        assertThat(page.getByLabel("Theme: dark")).isVisible();
    }
}
