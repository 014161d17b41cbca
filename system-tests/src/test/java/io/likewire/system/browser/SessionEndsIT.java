package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session that ends while something is typed is begun again above it. */
@Tag("full")
@ExtendWith(InChromium.class)
class SessionEndsIT {
    private static final String PASSWORD = "lilies in may 1848";

    @Test
    void aNewAccountAndAChangedRowAreStillThere(Shop shop) {
        AdminPages admin = shop.adminPages(new NewContextOptions());
        admin.open("Users");
        admin.field("Role of admin").selectOption("user");
        admin.press("New user");
        admin.field("Username").fill("ottilie");
        admin.field("Password").fill(PASSWORD);
        endAt("**/api/users", admin.page());

        admin.press("Create user");
        assertThat(admin.dialog()).containsText("Your session has expired");
        admin.press("Cancel");
        assertThat(admin.page().locator("sign-in")).hasCount(0);
        assertThat(admin.field("Username")).hasValue("ottilie");
        admin.press("Create user");
        admin.type("admin", Shop.ADMIN_PASSWORD);

        admin.says("User created: ottilie");
        assertThat(admin.row("admin you")).containsText("Not saved");
        assertThat(admin.field("Role of admin")).hasValue("user");
    }

    @Test
    void passwordsToBeChangedAreStillThere(Shop shop) {
        AdminPages somebody = new AdminPages(shop.enter(new NewContextOptions()));
        Page page = somebody.page();
        page.navigate("/account");
        somebody.press("Sign in");
        somebody.press("Create an account");
        somebody.type("philippa", PASSWORD);
        somebody.field("Current password").fill(PASSWORD);
        somebody.field("New password").fill("asters in autumn 1901");
        endAt("**/api/auth/password", page);

        somebody.press("Change password");
        assertThat(somebody.dialog()).containsText("Your session has expired");
        somebody.press("Cancel");
        assertThat(somebody.field("Current password")).hasValue(PASSWORD);
        assertThat(somebody.field("New password")).hasValue("asters in autumn 1901");
        somebody.press("Change password");
        somebody.type("philippa", PASSWORD);

        assertThat(page.getByText("Password changed.")).isVisible();
        assertThat(somebody.field("New password")).hasValue("");
    }

    /** Its cookie is gone, and its token is refused by the next request there. */
    private static void endAt(String address, Page page) {
        AtomicInteger asked = new AtomicInteger();
        page.route(address, route -> {
            if (asked.getAndIncrement() == 0) {
                route.fulfill(new FulfillOptions().setStatus(401));
            } else {
                route.resume();
            }
        });
        page.context().clearCookies();
    }
}
