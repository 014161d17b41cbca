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
        AdminPages admin = shop.adminPages(new NewContextOptions());
        Keyboard keyboard = admin.page().keyboard();
        admin.press("New product");
        keyboard.press("Escape");
        assertThat(admin.dialog()).hasCount(0);

        admin.press("New product");
        admin.field("Title").fill("Unsaved tea");
        for (int twice = 0; twice < 2; twice++) {
            keyboard.press("Escape");
            assertThat(admin.dialog()).containsText("Discard changes?");
            assertThat(admin.button("Cancel")).isFocused();
            keyboard.press("Escape");
            assertThat(admin.field("Title")).hasValue("Unsaved tea");
            assertThat(admin.field("Title")).isFocused();
        }
        keyboard.press("Escape");
        admin.press("Discard");
        assertThat(admin.dialog()).hasCount(0);
        assertThat(admin.button("New product")).isFocused();
    }

    @Test
    void aSessionThatEndsIsBegunAgainAboveWhatWasTyped(Shop shop) {
        AdminPages admin = shop.adminPages(new NewContextOptions());
        Page page = admin.page();
        admin.press("New product");
        admin.field("Title").fill("Outlasting tea");
        admin.field("Image").fill("/images/tea.svg");
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

        admin.press("Create product");
        assertThat(admin.dialog()).containsText("Your session has expired");
        admin.press("Cancel");
        assertThat(admin.field("Title")).hasValue("Outlasting tea");
        assertThat(admin.dialog().getByRole(AriaRole.ALERT)).isVisible();
        admin.press("Create product");
        admin.field("Username").fill("admin");
        admin.field("Password").fill(Shop.ADMIN_PASSWORD);
        page.keyboard().press("Enter");

        admin.says("Product created: Outlasting tea");
        assertThat(keys).hasSize(2).containsOnly(keys.get(0));
        shop.catalogue().deleteAll("Outlasting tea"::equals);
    }

    @Test
    void aSessionThatEndsWithNothingTypedLeadsToSigningIn(Shop shop) {
        AdminPages admin = shop.adminPages(new NewContextOptions());
        admin.page().context().clearCookies();
        admin.page()
                .clock()
                .setFixedTime(Instant.now().plus(Duration.ofHours(1)).toEpochMilli());

        // unless the page has noticed by itself, and the link is gone
        admin.page().evaluate("document.querySelector('a[href=\"/admin/users\"]')?.click()");

        assertThat(admin.page().getByText("Sign in as an administrator.")).isVisible();
        assertThat(admin.dialog()).hasCount(0);
    }
}
