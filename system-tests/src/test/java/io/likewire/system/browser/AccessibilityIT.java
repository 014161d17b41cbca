package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@FullInChromium
class AccessibilityIT {
    private static final int PHONE = 360;

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
        assertThat(window.page().getByText("Skip to products")).isFocused();
        keyboard.press("Enter");
        assertThat(window.page().getByRole(AriaRole.MAIN)).isFocused();
        keyboard.press("Tab");
        assertThat(window.page().getByRole(AriaRole.SEARCHBOX)).isFocused();
        keyboard.press("Tab");
        assertThat(window.page().getByLabel("Sort by")).isFocused();
        keyboard.press("Tab");
        assertThat(window.card(1).getByRole(AriaRole.LINK)).isFocused();
        keyboard.press("Tab");
        assertThat(window.likeButton(1)).isFocused();

        keyboard.press("Enter");
        window.showsLiked(1, true);
        keyboard.press("Space");
        window.showsLiked(1, false);
        keyboard.press("Tab");
        keyboard.press("Enter");
        assertThat(window.page().locator("product-page h1")).isFocused();
        keyboard.press("Shift+Tab");
        keyboard.press("Enter");
        assertThat(window.card(2)).isFocused();
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
}
