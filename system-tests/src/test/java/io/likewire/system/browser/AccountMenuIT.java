package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InChromium.class)
class AccountMenuIT {
    @Test
    void onAPhoneATapOnThePersonOpensTheMenu(Shop shop) {
        Window window = shop.visit(phone());
        Page page = window.page();
        window.press(1);
        Window.signUp(page, "wanda");
        Locator menu = button(page, "Account: wanda");
        assertThat(menu).isVisible();
        menu.tap();
        assertThat(page.getByText("Change password")).isVisible();
        assertThat(page.locator("account-panel a[href='/admin']")).hasCount(0);
        page.locator("account-panel").getByText("My likes").tap();
        assertThat(page.getByText("Change password")).not().isVisible();
        assertThat(heading(page, "My likes")).isFocused();
        assertThat(page.locator("my-likes product-card")).hasCount(1);

        menu.tap();
        page.getByText("Sign out").tap();

        assertThat(button(page, "Sign in")).isFocused();
        assertThat(page.getByText("No likes yet")).isVisible();
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    @Tag("full")
    void theMenuClosesByKeyAndByAPressElsewhere(Shop shop) {
        Page page = shop.visit(phone()).page();
        Window.signUp(page, "wilma");
        Locator menu = button(page, "Account: wilma");
        menu.press("Enter");
        assertThat(menu).hasAttribute("aria-expanded", "true");
        page.keyboard().press("Tab");
        page.keyboard().press("Escape");
        assertThat(menu).isFocused();
        assertThat(menu).hasAttribute("aria-expanded", "false");
        menu.press("Enter");
        heading(page, "Products").click(new ClickOptions().setPosition(5, 5));
        assertThat(menu).hasAttribute("aria-expanded", "false");
    }

    @Test
    @Tag("full")
    void anAdministratorGetsToAdminAndReadsThatNobodyWasSignedOut(Shop shop) {
        Page page = shop.adminPages(phone()).page();
        page.navigate("/");
        Locator menu = button(page, "Account: admin");
        menu.tap();
        page.route("**/api/auth/logout", route -> route.abort());
        page.getByText("Sign out").tap();
        Locator failed = page.getByText("Couldn’t sign out. Try again.");
        assertThat(failed).isInViewport();
        assertThat(failed).not().hasClass("visually-hidden");
        menu.tap();
        page.locator("account-panel a[href='/admin']").tap();
        assertThat(page).hasURL(shop.address() + "/admin");
    }

    @Test
    @Tag("full")
    void whereSignUpIsClosedNobodyIsOfferedAnAccount(Shop shop) {
        Page page = shop.visit().page();
        page.route(
                "**/api/auth/register",
                route -> route.fulfill(
                        new FulfillOptions().setContentType("application/json").setBody("{\"open\":false}")));
        page.waitForResponse(
                "**/api/auth/register", () -> button(page, "Sign in").click());
        assertThat(page.getByLabel("Username")).isVisible();
        assertThat(page.getByText("Create an account")).hasCount(0);
    }

    @Test
    @Tag("full")
    void whoIsLockedOutReadsForHowManyMinutes(Shop shop) {
        Page page = shop.visit().page();
        button(page, "Sign in").click();
        page.getByLabel("Username").fill("nobody-at-all");
        Locator said = page.locator("sign-in [role=alert]");
        for (int tries = 0; tries < 9; tries++) {
            page.getByLabel("Password").fill("wrong " + tries);
            page.waitForResponse("**/api/auth/login", () -> page.keyboard().press("Enter"));
            assertThat(said).isVisible();
        }
        assertThat(said).hasText("Too many sign-in attempts. Try again in 2 minutes.");
    }

    private static NewContextOptions phone() {
        return new NewContextOptions()
                .setViewportSize(360, 740)
                .setIsMobile(true)
                .setHasTouch(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }
}
