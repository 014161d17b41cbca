package io.likewire.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser that is set to keep no cookies; its pages have no storage either. */
@FullInChromium
class RefusedCookiesIT {
    @Test
    void whoKeepsNoCookiesLikesOnceAndTakesItBack(Shop shop, @TempDir Path profile) {
        long tea = shop.catalogue().create("Tea without cookies");
        long coffee = shop.catalogue().create("Coffee without cookies");
        Window window = shop.visitWithoutCookies(profile);
        assertThat(window.page().evaluate("(document.cookie = 'kept=1') && document.cookie"))
                .isEqualTo("");
        shop.catalogue().like(tea);
        window.showsCount(tea, 1);

        window.press(tea);
        window.showsCount(tea, 2);
        window.showsLiked(tea, true);
        window.press(tea);
        window.showsCount(tea, 1);
        window.showsLiked(tea, false);
        window.press(tea);
        window.showsCount(tea, 2);
        window.press(coffee);
        window.showsCount(coffee, 1);

        shop.visit().showsCount(tea, 2);
        assertThat(window.page().context().cookies()).isEmpty();
        assertThat(window.complaints()).isEmpty();
    }
}
