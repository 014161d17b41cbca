package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody has typed outlives a key pressed by mistake and the end of a session. */
@Tag("full")
@ExtendWith(InChromium.class)
class UnsavedWorkIT {
    @Test
    void escapeAsksBeforeWhatWasTypedIsThrownAway(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        Keyboard keyboard = room.page().keyboard();
        room.press("New product");
        keyboard.press("Escape");
        assertThat(room.dialog()).hasCount(0);

        room.press("New product");
        room.field("Title").fill("Unsaved tea");
        for (int twice = 0; twice < 2; twice++) {
            keyboard.press("Escape");
            assertThat(room.dialog()).containsText("Discard what you typed?");
            assertThat(room.button("Cancel")).isFocused();
            keyboard.press("Escape");
            assertThat(room.field("Title")).hasValue("Unsaved tea");
            assertThat(room.field("Title")).isFocused();
        }
        keyboard.press("Escape");
        room.press("Discard");
        assertThat(room.dialog()).hasCount(0);
        assertThat(room.button("New product")).isFocused();
    }

    @Test
    void aSessionThatEndsIsBegunAgainAboveWhatWasTyped(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        Page page = room.page();
        room.press("New product");
        room.field("Title").fill("Outlasting tea");
        room.field("Picture").fill("/images/tea.svg");
        List<String> keys = new ArrayList<>();
        page.route("**/api/products", route -> {
            keys.add(route.request().headerValue("Idempotency-Key"));
            if (keys.size() == 1) {
                route.fulfill(new Route.FulfillOptions().setStatus(401));
            } else {
                route.resume();
            }
        });
        page.context().clearCookies();

        room.press("Add to the shelf");
        assertThat(room.dialog()).containsText("Your session has ended");
        room.press("Cancel");
        assertThat(room.field("Title")).hasValue("Outlasting tea");
        assertThat(room.dialog().getByRole(AriaRole.ALERT)).isVisible();
        room.press("Add to the shelf");
        room.field("Name").fill("admin");
        room.field("Password").fill(Shop.ADMIN_PASSWORD);
        page.keyboard().press("Enter");

        room.says("“Outlasting tea” is on the shelf.");
        assertThat(keys).hasSize(2).containsOnly(keys.get(0));
        shop.catalogue().deleteAll("Outlasting tea"::equals);
    }

    @Test
    void aSessionThatEndsWithNothingTypedLeadsToSigningIn(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        room.page().context().clearCookies();
        room.page().clock().setFixedTime(Instant.now().plus(Duration.ofHours(1)).toEpochMilli());

        // unless the page has noticed by itself, and the link is gone
        room.page().evaluate("document.querySelector('a[href=\"/admin/users\"]')?.click()");

        assertThat(room.page().getByText("Products are changed by administrators."))
                .isVisible();
        assertThat(room.dialog()).hasCount(0);
    }
}
