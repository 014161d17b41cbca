package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The button on a page of another site, whose policy allows the shop and nothing else. */
@FullInChromium
class EmbedIT {
    @Test
    void aLikeElsewhereCountsInTheShopAndLastsWithoutCookies(Shop shop) {
        long tea = shop.catalogue().create("Embedded tea");
        Window home = shop.visit();
        Page elsewhere = shop.enter().page();
        elsewhere.navigate(shop.elsewhere().embedding(shop.address(), tea));
        Locator button = elsewhere.getByRole(AriaRole.BUTTON);
        assertThat(button).hasAccessibleName("Like Green tea, 0 likes");

        button.click();

        home.showsCount(tea, 1);
        assertThat(button).hasAttribute("aria-pressed", "true");
        assertThat(elsewhere.context().cookies()).isEmpty();
        shop.catalogue().like(tea);
        assertThat(button).hasText("2");

        elsewhere.reload();
        assertThat(button).hasAttribute("aria-pressed", "true");
        assertThat(button).hasText("2");
        button.click();
        home.showsCount(tea, 1);
    }

    @Test
    void theShopItselfIsNotShownInAFrame(Shop shop) {
        long tea = shop.catalogue().create("Framed tea");
        Page elsewhere = shop.enter().page();
        elsewhere.navigate(shop.elsewhere().embedding(shop.address(), tea));
        assertThat(elsewhere.getByRole(AriaRole.BUTTON)).isVisible();

        assertThat(elsewhere.frameLocator("iframe").locator("shop-app")).hasCount(0);
    }

    @Test
    void aSiteThatTheShopDoesNotKnowGetsNoButton(Shop shop) {
        try (ForeignSite stranger = ForeignSite.open()) {
            Window window = shop.enter();
            window.page().navigate(stranger.embedding(shop.address(), 1));
            window.waitsForNetwork();

            assertThat(window.page().getByRole(AriaRole.BUTTON)).hasCount(0);
            assertThat(window.complaints()).anyMatch(complaint -> complaint.contains("CORS policy"));
        }
    }
}
