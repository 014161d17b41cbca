package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each page and dialog in each state, light and dark: {@code target/screenshots} has the pictures. */
@FullInChromium
class EveryPageIT {
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theStorefrontIsFitForEverybody(ColorScheme colours, Shop shop) {
        Window window = shop.visit(options(colours));
        Page page = window.page();
        Album album = new Album(page, colours);
        window.press(1);
        window.showsLiked(1, true);
        window.waitsForNetwork();
        album.add("storefront");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                .click();
        page.getByText("Create an account").click();
        page.getByText("Create account").click();
        assertThat(page.getByText("Enter your username")).isVisible();
        album.add("sign-in");

        page.navigate("/products/1");
        assertThat(page.locator("product-page .count")).isVisible();
        window.waitsForNetwork();
        album.add("product");
        page.navigate("/products/987654321");
        assertThat(page.getByText("Product not found")).isVisible();
        album.add("missing");
        page.navigate("/?q=nothing");
        assertThat(page.getByText("No results for “nothing”")).isVisible();
        album.add("no-match");
        page.navigate("/embed");
        window.waitsForNetwork();
        album.add("embed");
        page.navigate("/problems");
        album.add("problems");
        page.navigate("/problems/already-liked");
        album.add("problem");
        page.navigate("/docs");
        album.add("docs");
        page.navigate("/docs#createProduct");
        page.locator("#createProduct details").first().click();
        album.add("docs-operation");
        page.navigate("/nothing");
        album.add("not-found");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theStorefrontWithoutItsServerIsFitForEverybody(ColorScheme colours, Shop shop) {
        Window window = shop.enter(options(colours));
        Page page = window.page();
        Album album = new Album(page, colours);
        page.route("**/api/products?*", route -> {});
        page.routeWebSocket("**/eventbus/*", socket -> socket.close());
        page.navigate("/");
        assertThat(page.locator("[data-state=loading]")).isVisible();
        album.add("loading");
        page.unrouteAll();
        page.route("**/api/products?*", route -> route.abort());
        page.navigate("/");
        assertThat(page.getByText("Couldn’t load products")).isVisible();
        assertThat(window.badge()).hasText("Reconnecting…");
        album.add("reconnecting");
        page.context().setOffline(true);
        assertThat(window.badge()).hasText("Offline");
        album.add("offline");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theAdminPagesAreFitForEverybody(ColorScheme colours, Shop shop) {
        Window window = shop.enter(options(colours));
        Page page = window.page();
        Album album = new Album(page, colours);
        page.navigate("/admin");
        assertThat(page.getByLabel("Password")).isVisible();
        album.add("gate");
        AdminPages admin = new AdminPages(window).signIn("admin", Shop.ADMIN_PASSWORD);
        window.waitsForNetwork();
        album.add("products");
        admin.field("Select all on this page").check();
        album.add("selection");
        admin.press(String.format(
                Locale.ROOT, "Delete %d", page.locator("tr[data-product]").count()));
        album.add("delete-several");
        admin.press("Cancel");
        admin.open("Users");
        admin.field("Role of admin").selectOption("user");
        assertThat(admin.page().getByText("Not saved")).isVisible();
        album.add("users");
        admin.press("Cancel changes to admin");
        admin.open("Operations");
        window.waitsForNetwork();
        album.add("operations");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void itsDialogsAreFitForEverybody(ColorScheme colours, Shop shop) {
        AdminPages admin = shop.adminPages(options(colours));
        Album album = new Album(admin.page(), colours);
        long tea = shop.catalogue().create("Pictured tea");
        admin.press("New product");
        admin.press("Create product");
        assertThat(admin.page().locator(".wrong").first()).isVisible();
        album.add("new-product");
        admin.press("Cancel");

        admin.search("Pictured").press("Edit Pictured tea");
        admin.field("Title").fill("Another tea");
        shop.catalogue().rename(tea, "Pictured and renamed tea");
        admin.press("Save");
        assertThat(admin.dialog()).containsText("This product has changed");
        album.add("conflict");
        admin.press("Cancel");
        album.add("discard");
        admin.press("Discard");
        admin.press("Delete Pictured and renamed tea");
        album.add("delete");
        admin.press("Delete");
        admin.button("Undo").focus();
        album.add("undo");
        admin.press("Undo");

        admin.importFile("tea.csv", "title,image\n,x\nTea,y");
        assertThat(admin.button("Import 2")).isEnabled();
        album.add("import-preview");
        admin.press("Import 2");
        assertThat(admin.page().getByText("0 unchanged, 2 failed", new GetByTextOptions().setExact(false)))
                .isVisible();
        album.add("import");
        shop.catalogue().delete(tea);
    }

    private static NewContextOptions options(ColorScheme colours) {
        return new NewContextOptions().setColorScheme(colours);
    }
}
