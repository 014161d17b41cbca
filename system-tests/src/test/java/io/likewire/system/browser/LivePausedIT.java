package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import org.junit.jupiter.api.Test;

@FullInChromium
class LivePausedIT {
    private static final IsVisibleOptions WITHIN_TEN_SECONDS = new IsVisibleOptions().setTimeout(10_000);
    private static final HasCountOptions BACK_SOON = new HasCountOptions().setTimeout(15_000);

    @Test
    void aFrozenServerIsAnnouncedUntilItGoesOn(Shop shop) {
        long tea = shop.catalogue().create("Iced tea");
        Window window = shop.visit();
        shop.catalogue().like(tea);
        window.showsCount(tea, 1);
        assertThat(window.badge()).hasCount(0);

        shop.process().pause();
        try {
            assertThat(window.badge()).isVisible(WITHIN_TEN_SECONDS);
            assertThat(window.badge()).hasText("Reconnecting…");
        } finally {
            shop.process().resume();
        }

        assertThat(window.badge()).hasCount(0, BACK_SOON);
        shop.catalogue().like(tea);
        window.showsCount(tea, 2);
    }

    @Test
    void aBrowserWithoutNetworkSaysSoUntilItHasOne(Shop shop) {
        Window window = shop.visit();

        window.page().context().setOffline(true);
        assertThat(window.badge()).hasText("Offline");

        window.page().context().setOffline(false);
        assertThat(window.badge()).hasCount(0, BACK_SOON);
    }

    @Test
    void aGoneServerIsAnnouncedUntilItIsBackWithTheTrueCount(Shop shop) {
        long tea = shop.catalogue().create("Absent tea");
        Window window = shop.visit();
        window.press(tea);
        window.showsLiked(tea, true);
        shop.catalogue().awaitProjectedLikes(tea, 1);

        shop.process().kill();
        assertThat(window.badge()).isVisible(WITHIN_TEN_SECONDS);
        shop.startAgain();
        shop.catalogue().like(tea);

        assertThat(window.badge()).hasCount(0, BACK_SOON);
        window.showsCount(tea, 2);
        window.press(tea);
        window.showsCount(tea, 1);
        window.showsLiked(tea, false);
    }
}
