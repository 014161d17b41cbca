package io.likewire.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.Test;

/** Where the system draws everything in its own few colours. */
@FullInChromium
class ForcedColoursIT {
    private static final String OUTLINE = "row => getComputedStyle(row).outlineStyle";

    @Test
    void theCurrentTabIsToldFromTheOthers(Shop shop) {
        AdminPages admin = shop.adminPages(new NewContextOptions().setForcedColors(ForcedColors.ACTIVE));
        admin.open("Users");
        Locator current = admin.page().locator(".tabs a[aria-current=page]");

        assertThat(background(current)).isNotEqualTo(background(admin.page().locator("body")));
    }

    @Test
    void whatWasSavedIsMarkedAndWhatIsToldHasABorder(Shop shop) {
        long tea = shop.catalogue().create("Forced tea");
        AdminPages admin = shop.adminPages(new NewContextOptions().setForcedColors(ForcedColors.ACTIVE));
        admin.search("Forced").press("Edit Forced tea");
        admin.field("Title").fill("Forced and saved tea");
        admin.press("Save");
        Locator saved = admin.page().locator("tr[aria-current=true]");
        saved.waitFor();
        assertThat(saved.evaluate(OUTLINE)).isNotEqualTo("none");
        assertThat(admin.page().locator(".toast").evaluate("toast => getComputedStyle(toast).borderTopStyle"))
                .isEqualTo("solid");
        shop.catalogue().delete(tea);
    }

    @Test
    void thatCountsAreLiveIsSeenOnAPhone(Shop shop) {
        NewContextOptions phone =
                new NewContextOptions().setForcedColors(ForcedColors.ACTIVE).setViewportSize(360, 740);
        Window window = shop.visit(phone);
        Locator badge = window.page().locator("live-badge .badge.good");
        badge.waitFor();

        Object dot = badge.evaluate("badge => getComputedStyle(badge, '::before').backgroundColor");

        assertThat(dot).isNotEqualTo(background(window.page().locator("body")));
    }

    private static Object background(Locator element) {
        return element.evaluate("element => getComputedStyle(element).backgroundColor");
    }
}
