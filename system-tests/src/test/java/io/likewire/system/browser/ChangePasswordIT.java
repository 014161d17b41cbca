package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** From the first password, which an administrator gave, to one that nobody else knows. */
@FullInChromium
class ChangePasswordIT {
    @Test
    void whoWasGivenAnAccountChangesItsPassword(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.open("Users");
        admin.press("New user");
        admin.field("Username").fill("zelda");
        admin.field("Password").fill("zelda");
        admin.press("Create user");
        assertThat(admin.field("Password")).isFocused();
        admin.field("Password").fill(Shop.PASSWORD);
        admin.press("Create user");
        admin.says("User created: zelda");
        assertThat(admin.row("zelda")).isVisible();
        assertThat(admin.button("New user")).isFocused();

        Page page = shop.enter().page();
        page.navigate("/account");
        assertThat(page).hasTitle("Change password · Likewire");
        page.getByText("Sign in to change your password.").waitFor();
        page.locator("main").getByRole(AriaRole.BUTTON).click();
        signIn(page, Shop.PASSWORD);
        page.getByLabel("Current password").fill("wrong");
        page.getByLabel("New password").fill(Shop.OTHER_PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByText("Incorrect password")).isVisible();
        assertThat(page.getByLabel("Current password")).isFocused();
        page.getByLabel("Current password").fill(Shop.PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page.getByText("Password changed.")).isVisible();
        assertThat(page.getByLabel("New password")).hasValue("");
        page.reload();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Account: zelda"))
                .click();
        page.getByText("Sign out").click();
        assertThat(page.getByText("Sign in to change your password.")).isVisible();
        page.locator("main").getByRole(AriaRole.BUTTON).click();
        signIn(page, Shop.OTHER_PASSWORD);
        assertThat(page.getByLabel("Current password")).isVisible();
    }

    private static void signIn(Page page, String password) {
        page.getByLabel("Username").fill("zelda");
        page.locator("sign-in").getByLabel("Password").fill(password);
        page.keyboard().press("Enter");
    }
}
