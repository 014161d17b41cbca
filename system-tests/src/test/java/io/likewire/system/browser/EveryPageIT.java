package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each page and dialog in each state, light and dark: {@code target/screenshots} has the pictures. */
@Tag("full")
@ExtendWith(InChromium.class)
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
        album.add("shelf");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                .click();
        page.getByText("I am new here").click();
        page.getByText("Create the account").click();
        assertThat(page.getByText("This field is needed.")).isVisible();
        album.add("sign-in");

        page.navigate("/products/1");
        assertThat(page.locator("product-page .count")).isVisible();
        window.waitsForNetwork();
        album.add("product");
        page.navigate("/products/987654321");
        assertThat(page.getByText("not on the shelf")).isVisible();
        album.add("missing");
        page.navigate("/?q=nothing");
        assertThat(page.getByText("Nothing is called")).isVisible();
        album.add("no-match");
        page.navigate("/embed");
        window.waitsForNetwork();
        album.add("embed");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theStorefrontWithoutItsServerIsFitForEverybody(ColorScheme colours, Shop shop) {
        Window window = shop.enter(options(colours));
        Page page = window.page();
        Album album = new Album(page, colours);
        page.route("**/api/products?*", route -> {});
        page.navigate("/");
        assertThat(page.locator("[data-state=loading]")).isVisible();
        album.add("loading");
        page.unrouteAll();
        page.route("**/api/products?*", route -> route.abort());
        page.navigate("/");
        assertThat(page.getByText("The shelf did not load")).isVisible();
        page.context().setOffline(true);
        assertThat(window.badge()).isVisible();
        album.add("offline");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theBackRoomIsFitForEverybody(ColorScheme colours, Shop shop) {
        Window window = shop.enter(options(colours));
        Page page = window.page();
        Album album = new Album(page, colours);
        page.navigate("/admin");
        assertThat(page.getByLabel("Password")).isVisible();
        album.add("gate");
        BackRoom room = new BackRoom(window).signIn("admin", Shop.ADMIN_PASSWORD);
        window.waitsForNetwork();
        album.add("products");
        room.open("People");
        room.field("Role of admin").selectOption("user");
        assertThat(room.page().getByText("Not saved")).isVisible();
        album.add("people");
        room.open("Operations");
        window.waitsForNetwork();
        album.add("operations");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void itsDialogsAreFitForEverybody(ColorScheme colours, Shop shop) {
        BackRoom room = shop.backRoom(options(colours));
        Album album = new Album(room.page(), colours);
        long tea = shop.catalogue().create("Pictured tea");
        room.press("New product");
        room.press("Add to the shelf");
        assertThat(room.page().locator(".wrong").first()).isVisible();
        album.add("new-product");
        room.press("Cancel");

        room.search("Pictured").press("Edit Pictured tea");
        room.field("Title").fill("Another tea");
        shop.catalogue().rename(tea, "Pictured and renamed tea");
        room.press("Save");
        assertThat(room.dialog()).containsText("Somebody else was faster");
        album.add("conflict");
        room.press("Cancel");
        album.add("discard");
        room.press("Discard");
        room.press("Delete Pictured tea");
        album.add("delete");
        room.press("Cancel");

        room.press("Import");
        byte[] file = "title,image\n,x\nTea,y".getBytes(StandardCharsets.UTF_8);
        room.field("File").setInputFiles(new FilePayload("tea.csv", "text/csv", file));
        room.press("Import 2");
        assertThat(room.page().getByText("0 unchanged, 2 failed", new GetByTextOptions().setExact(false)))
                .isVisible();
        album.add("import");
        shop.catalogue().delete(tea);
    }

    private static NewContextOptions options(ColorScheme colours) {
        return new NewContextOptions().setColorScheme(colours);
    }
}
