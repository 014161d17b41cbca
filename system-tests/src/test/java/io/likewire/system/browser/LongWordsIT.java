package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The longest names that there can be, without a gap, on every page that shows them. */
@FullInChromium
class LongWordsIT {
    private static final String TITLE = "Long " + "W".repeat(195);

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void thePagesOfAnAccountAreFitForEverybody(ColorScheme colours, Shop shop) {
        String name = (colours == ColorScheme.LIGHT ? "w" : "m").repeat(64);
        long tea = shop.catalogue().create(TITLE);
        Window window = shop.visit(new NewContextOptions().setColorScheme(colours));
        Page page = window.page();
        Album album = new Album(page, colours);
        Window.signUp(page, name);
        window.press(tea);
        press(page, "Account: " + name);
        album.add("account-menu");
        page.locator("account-panel").getByText("My likes").click();
        assertThat(page.locator("my-likes product-card")).hasCount(1);
        window.waitsForNetwork();
        album.add("likes");
        page.locator("my-likes a").first().click();
        assertThat(page.locator("product-page like-button")).isVisible();
        window.waitsForNetwork();
        album.add("long-product");
        page.navigate("/account");
        press(page, "Change password");
        assertThat(page.getByText("Enter your password")).isVisible();
        album.add("password");
        page.navigate("/?q=" + "q".repeat(200));
        assertThat(page.getByText("No results")).isVisible();
        album.add("long-search");
        shop.catalogue().delete(tea);
    }

    @Test
    void theAdminPagesWrapThem(Shop shop) {
        long tea = shop.catalogue().create(TITLE);
        AdminPages admin = shop.adminPages();
        Album album = new Album(admin.page(), ColorScheme.LIGHT);
        admin.search("Long").press("Delete " + TITLE);
        album.add("long-delete");
        admin.press("Cancel");
        album.add("long-products");
        admin.open("Users");
        admin.press("New user");
        admin.press("Create user");
        assertThat(admin.page().locator(".wrong").first()).isVisible();
        album.add("new-user");
        admin.field("Username").fill("v".repeat(64));
        admin.field("Password").fill(Shop.PASSWORD);
        admin.press("Create user");
        admin.field("Role of " + "v".repeat(64)).selectOption("admin");
        album.add("long-users");
        shop.catalogue().delete(tea);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)).click();
    }
}
