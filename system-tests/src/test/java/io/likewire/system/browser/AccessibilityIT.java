package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(InChromium.class)
class AccessibilityIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int PHONE = 360;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingToComplainAbout(ColorScheme colours, Shop shop) {
        Window window = shop.visit(new NewContextOptions().setColorScheme(colours));
        window.press(1);
        window.showsLiked(1, true);
        shoot(window, colours.name().toLowerCase());

        var results = new AxeBuilder(window.page()).analyze();

        assertThat(results.getViolations()).isEmpty();
    }

    @Test
    void aPhoneNeedsNoScrollingSideways(Shop shop) {
        long longTitle = shop.catalogue().create("W".repeat(200));
        Window window = shop.visit(new NewContextOptions()
                .setViewportSize(PHONE, 740)
                .setIsMobile(true)
                .setHasTouch(true)
                .setDeviceScaleFactor(2));
        window.likeButton(1).tap();
        window.showsLiked(1, true);
        shoot(window, "phone");

        assertThat(window.page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(PHONE);
        assertThat(window.card(longTitle).boundingBox().width).isLessThan(PHONE);
        assertThat(window.likeButton(1).boundingBox().height).isGreaterThanOrEqualTo(44);
        shop.catalogue().delete(longTitle);
    }

    @Test
    void theKeyboardAloneIsEnough(Shop shop) {
        Window window = shop.visit();
        var keyboard = window.page().keyboard();

        keyboard.press("Tab");
        assertThat(window.page().getByText("Skip to the products")).isFocused();
        keyboard.press("Enter");
        keyboard.press("Tab");
        assertThat(window.likeButton(1)).isFocused();

        keyboard.press("Enter");
        window.showsLiked(1, true);
        keyboard.press("Space");
        window.showsLiked(1, false);
        keyboard.press("Tab");
        assertThat(window.likeButton(2)).isFocused();
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void theButtonSaysWhatItLikesAndHowManyDo(Shop shop) {
        long tea = shop.catalogue().create("Spoken tea");
        Window window = shop.visit();

        assertThat(window.likeButton(tea)).hasAccessibleName("Like Spoken tea, 0 likes");
        window.press(tea);
        assertThat(window.likeButton(tea)).hasAccessibleName("Like Spoken tea, 1 like");
        assertThat(window.page().getByRole(AriaRole.MAIN)).isVisible();
    }

    private static void shoot(Window window, String name) {
        window.waitsForNetwork();
        window.page()
                .screenshot(new ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }
}
