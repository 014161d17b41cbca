package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an action removes takes no focus with it. */
@FullInChromium
class FocusKeptIT {
    @Test
    void inTheStorefront(Shop shop) {
        Page page = shop.enter().page();
        page.route("**/api/products?*", route -> route.abort());
        page.navigate("/");
        Locator again = page.getByText("Try again");
        again.focus();
        page.unrouteAll();
        assertThat(page.locator("product-card").first()).isVisible();
        assertThat(page.locator("store-front h1")).isFocused();

        page.getByRole(AriaRole.SEARCHBOX).fill("no such thing");
        press(page.getByText("Clear search"));
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isFocused();

        page.route("**/api/products/987654321", route -> route.abort());
        page.navigate("/products/987654321");
        again.waitFor();
        page.unrouteAll();
        press(again);
        assertThat(page.locator("product-page h1")).hasText("Product not found");
        assertThat(page.locator("product-page h1")).isFocused();
    }

    @Test
    void inTheTableOfProducts(Shop shop) {
        shop.catalogue().createMany("Focal tea", 30);
        AdminPages admin = shop.adminPages();
        Page page = admin.page();
        admin.field("Search titles").fill("focal");
        assertThat(page.getByText("of 30")).isVisible();
        press(admin.button("Next"));
        assertThat(page.locator("tr[data-product]")).hasCount(5);
        assertThat(admin.button("Next")).isFocused();
        assertThat(admin.button("Next")).hasAttribute("aria-disabled", "true");
        page.keyboard().press("Enter");
        press(admin.button("Delete Focal tea 29"));
        admin.press("Delete");
        admin.says("Product deleted: Focal tea 29");
        assertThat(page.locator("tr[data-product]")).hasCount(4);
        assertThat(admin.field("Search titles")).isFocused();
        press(admin.button("Undo"));
        assertThat(admin.row("Focal tea 29").getByRole(AriaRole.LINK)).isFocused();
        shop.catalogue().deleteAll(name -> name.startsWith("Focal"));
    }

    @Test
    void inAConflict(Shop shop) {
        long tea = shop.catalogue().create("Contested tea");
        AdminPages admin = shop.adminPages();
        admin.search("Contested").press("Edit Contested tea");
        admin.field("Title").fill("My tea");
        shop.catalogue().rename(tea, "Their tea");
        press(admin.button("Save"));
        Locator heading = admin.dialog().getByRole(AriaRole.HEADING).first();
        assertThat(heading).hasText("This product has changed");
        assertThat(heading).isFocused();
        press(admin.button("Discard my changes"));
        assertThat(heading).hasText("Edit product");
        assertThat(heading).isFocused();
        shop.catalogue().delete(tea);
    }

    @Test
    void atTheDoorOfTheAdminPages(Shop shop) {
        AdminPages admin = shop.adminPages();
        Locator heading = admin.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
        assertThat(heading).isFocused();
        press(admin.button("Account: admin"));
        press(admin.button("Sign out"));
        assertThat(admin.field("Username")).isVisible();
        assertThat(heading).isFocused();
    }

    @Test
    void afterTheLastUsersAreShown(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.page().route("**/api/users?*", route -> {
            boolean isFirst = !route.request().url().contains("afterId");
            route.fulfill(new FulfillOptions()
                    .setContentType("application/json")
                    .setHeaders(isFirst ? Map.of("Link", "</api/users?limit=100&afterId=1>; rel=\"next\"") : Map.of())
                    .setBody("[{\"role\":\"user\",\"disabled\":false,\"createdAt\":\"2026-01-01T00:00:00Z\","
                            + (isFirst ? "\"id\":1,\"username\":\"anna\"}]" : "\"id\":2,\"username\":\"bert\"}]")));
        });
        admin.open("Users");
        press(admin.button("Show more"));
        assertThat(admin.buttons("Show more")).hasCount(0);
        assertThat(admin.field("Role of bert")).isFocused();
    }

    private static void press(Locator button) {
        button.press("Enter");
    }
}
