package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a person's browser asks for, the page does. */
@FullInChromium
class ComfortIT {
    private static final String COUNT_ANIMATIONS = """
            window.animations = 0;
            const animate = Element.prototype.animate;
            Element.prototype.animate = function (...how) { window.animations++; return animate.apply(this, how); };
            """;

    @Test
    void numbersAreWrittenAsInTheBrowsersLanguage(Shop shop) {
        long tea = shop.catalogue().create("Beloved tea");
        IntStream.range(0, 1_000).parallel().forEach(i -> shop.catalogue().like(tea));

        Window window = shop.visit(new NewContextOptions().setLocale("de-DE"));
        window.card(tea).scrollIntoViewIfNeeded();
        assertThat(window.card(tea).locator(".count")).hasText("1.000");
    }

    @Test
    void whoWantsNoMotionGetsNone(Shop shop) {
        assertThat(animationsOfALike(shop, ReducedMotion.NO_PREFERENCE)).isPositive();
        assertThat(animationsOfALike(shop, ReducedMotion.REDUCE)).isZero();
    }

    @Test
    void onPaperThereAreProductsAndNothingToPress(Shop shop) {
        Page page = shop.visit().page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("product-card").first()).isVisible();
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).not().isVisible();
        assertThat(page.locator("footer")).not().isVisible();
    }

    private static int animationsOfALike(Shop shop, ReducedMotion motion) {
        long tea = shop.catalogue().create("Moving tea");
        Window window = shop.enter(new NewContextOptions().setReducedMotion(motion));
        window.page().addInitScript(COUNT_ANIMATIONS);
        window.open();
        window.press(tea);
        window.showsCount(tea, 1);
        return (int) window.page().evaluate("window.animations");
    }
}
