package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether an account was made, or its password changed, is found out by signing in. */
@Tag("full")
@ExtendWith(InChromium.class)
class LostAccountAnswersIT {
    private static final String PASSWORD = "lilies in may 1848";
    private static final String OTHER = "asters in autumn 1901";

    @Test
    void whoeverHasAnAccountOrANewPasswordAlreadyIsNotRefused(Shop shop) {
        AdminPages somebody = new AdminPages(shop.enter(new NewContextOptions()));
        Page page = somebody.page();
        page.navigate("/account");
        somebody.press("Sign in");
        somebody.press("Create an account");
        Locator alert = page.locator("sign-in [role=alert]");
        loseAnswers(page, "register", () -> somebody.type("rosalind", PASSWORD), alert);
        somebody.press("Create account");
        assertThat(somebody.button("Account: rosalind")).isVisible();

        somebody.field("Current password").fill(PASSWORD);
        somebody.field("New password").fill(OTHER);
        alert = page.locator("change-password [role=alert]");
        loseAnswers(page, "password", () -> somebody.press("Change password"), alert);
        somebody.press("Change password");
        assertThat(page.getByText("Password changed.")).isVisible();

        somebody.field("Current password").fill(OTHER);
        somebody.field("New password").fill(PASSWORD);
        loseOne(page, "password");
        somebody.press("Change password");
        assertThat(page.getByText("Password changed.")).isVisible();
    }

    /** Those of signing in too. */
    private static void loseAnswers(Page page, String what, Runnable act, Locator alert) {
        loseOne(page, what);
        page.route("**/api/auth/login", route -> route.abort());
        act.run();
        assertThat(alert).containsText("Can’t reach the server");
        page.unrouteAll();
    }

    private static void loseOne(Page page, String what) {
        page.route("**/api/auth/" + what, route -> {
            if (route.request().method().equals("POST")) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
    }
}
