package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Whether an account was made, or its password changed, is found out by signing in. */
@FullInChromium
class LostAccountAnswersIT {
    @Test
    void whoeverHasAnAccountOrANewPasswordAlreadyIsNotRefused(Shop shop) {
        AdminPages somebody = new AdminPages(shop.enter());
        Page page = somebody.page();
        page.navigate("/account");
        somebody.press("Sign in");
        somebody.press("Create an account");
        Locator alert = page.locator("sign-in [role=alert]");
        loseAnswers(page, "register", () -> somebody.type("rosalind", Shop.PASSWORD), alert);
        somebody.press("Create account");
        assertThat(somebody.button("Account: rosalind")).isVisible();

        somebody.field("Current password").fill(Shop.PASSWORD);
        somebody.field("New password").fill(Shop.OTHER_PASSWORD);
        alert = page.locator("change-password [role=alert]");
        loseAnswers(page, "password", () -> somebody.press("Change password"), alert);
        somebody.press("Change password");
        assertThat(page.getByText("Password changed.")).isVisible();

        somebody.field("Current password").fill(Shop.OTHER_PASSWORD);
        somebody.field("New password").fill(Shop.PASSWORD);
        AdminPages.loseAnswers(page, "**/api/auth/password");
        somebody.press("Change password");
        assertThat(page.getByText("Password changed.")).isVisible();
    }

    /** Those of signing in too. */
    private static void loseAnswers(Page page, String what, Runnable act, Locator alert) {
        AdminPages.loseAnswers(page, "**/api/auth/" + what);
        page.route("**/api/auth/login", route -> route.abort());
        act.run();
        assertThat(alert).containsText("Can’t reach the server");
        page.unrouteAll();
    }
}
