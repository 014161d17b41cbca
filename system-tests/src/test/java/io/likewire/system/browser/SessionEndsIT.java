package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A session that ends while something is typed is begun again above it. */
@FullInChromium
class SessionEndsIT {
    @Test
    void aNewAccountAndAChangedRowAreStillThere(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.open("Users");
        admin.field("Role of admin").selectOption("user");
        admin.press("New user");
        admin.field("Username").fill("ottilie");
        admin.field("Password").fill(Shop.PASSWORD);
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
        AdminPages somebody = new AdminPages(shop.enter());
        Page page = somebody.page();
        page.navigate("/account");
        somebody.press("Sign in");
        somebody.press("Create an account");
        somebody.type("philippa", Shop.PASSWORD);
        somebody.field("Current password").fill(Shop.PASSWORD);
        somebody.field("New password").fill(Shop.OTHER_PASSWORD);
        endAt("**/api/auth/password", page);

        somebody.press("Change password");
        assertThat(somebody.dialog()).containsText("Your session has expired");
        somebody.press("Cancel");
        assertThat(somebody.field("Current password")).hasValue(Shop.PASSWORD);
        assertThat(somebody.field("New password")).hasValue(Shop.OTHER_PASSWORD);
        somebody.press("Change password");
        somebody.type("philippa", Shop.PASSWORD);

        assertThat(page.getByText("Password changed.")).isVisible();
        assertThat(somebody.field("New password")).hasValue("");
    }

    @Test
    void aNewProductIsStillThereAndIsMadeOnce(Shop shop) {
        AdminPages admin = shop.adminPages();
        Page page = admin.page();
        admin.press("New product");
        admin.field("Title").fill("Outlasting tea");
        admin.field("Image").fill("/images/tea.svg");
        List<String> keys = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/api/products")) {
                keys.add(request.headers().get("idempotency-key"));
            }
        });
        endAt("**/api/products", page);

        admin.press("Create product");
        assertThat(admin.dialog()).containsText("Your session has expired");
        admin.press("Cancel");
        assertThat(admin.field("Title")).hasValue("Outlasting tea");
        assertThat(admin.dialog().getByRole(AriaRole.ALERT)).isVisible();
        admin.press("Create product");
        admin.type("admin", Shop.ADMIN_PASSWORD);

        admin.says("Product created: Outlasting tea");
        assertThat(keys).hasSize(2).containsOnly(keys.get(0));
        shop.catalogue().deleteAll("Outlasting tea"::equals);
    }

    @Test
    void whereNothingIsTypedOneIsAskedToSignIn(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.page().context().clearCookies();
        admin.page()
                .clock()
                .setFixedTime(Instant.now().plus(Duration.ofHours(1)).toEpochMilli());

        // unless the page has noticed by itself, and the link is gone
        admin.page().evaluate("document.querySelector('a[href=\"/admin/users\"]')?.click()");

        assertThat(admin.page().getByText("Sign in as an administrator.")).isVisible();
        assertThat(admin.dialog()).hasCount(0);
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
