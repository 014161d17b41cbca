package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InChromium.class)
class AdminIT {
    @Test
    void aProductIsMadeEditedAndDeleted(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.press("New product");
        admin.field("Title").fill("Admin tea");
        admin.field("Image").fill("/images/tea.svg");
        admin.field("Description").fill("Loose\nleaves");
        admin.press("Create product");
        admin.says("Product created: Admin tea");

        admin.search("Admin tea").press("Edit Admin tea");
        assertThat(admin.field("Description")).hasValue("Loose\nleaves");
        admin.field("Title").fill("Administered tea");
        admin.press("Save");
        admin.says("Product saved: Administered tea");

        admin.search("Administered").press("Delete Administered tea");
        assertThat(admin.dialog()).containsText("“Administered tea” and its 0 likes will be permanently deleted.");
        assertThat(admin.button("Cancel")).isFocused();
        admin.press("Cancel");
        assertThat(admin.row("Administered tea")).isVisible();
        admin.press("Delete Administered tea");
        admin.press("Delete");
        admin.says("Product deleted: Administered tea");
        assertThat(admin.page().getByText("No results for “Administered”")).isVisible();
        admin.page().navigate("/embed");
        await("it is deleted").until(() -> !shop.catalogue().titles().contains("Administered tea"));
        assertThat(admin.window().complaints()).isEmpty();
    }

    @Tag("full")
    @Test
    void whatIsWrongStandsBesideItsField(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.press("New product");
        admin.field("Image").fill("ftp://elsewhere/tea.svg");
        admin.field("Description").fill("x".repeat(2_001));
        admin.press("Create product");

        assertThat(admin.field("Title")).hasAccessibleDescription("This field may not be blank.");
        assertThat(admin.field("Image")).hasAccessibleDescription("Enter an http or https URL, or a path.");
        assertThat(admin.field("Description"))
                .hasAccessibleDescription("Ensure this field has no more than 2000 characters.");
        assertThat(admin.field("Title")).isFocused();
        admin.press("Cancel");
        admin.press("Discard");
        assertThat(admin.button("New product")).isFocused();
    }

    @Tag("full")
    @Test
    void ofTwoEditorsTheSlowerOneSeesBothVersions(Shop shop) {
        long tea = shop.catalogue().create("Contested tea");
        AdminPages slow = shop.adminPages();
        slow.search("Contested").press("Edit Contested tea");
        slow.field("Title").fill("Mine and contested");
        shop.catalogue().rename(tea, "Theirs and contested");

        slow.press("Save");
        assertThat(slow.page().getByRole(AriaRole.REGION).getByText("Theirs and contested"))
                .isVisible();
        assertThat(slow.page().getByRole(AriaRole.REGION).getByText("Mine and contested"))
                .isVisible();
        shop.catalogue().rename(tea, "Theirs once more, contested");
        slow.press("Overwrite");
        assertThat(slow.page().getByRole(AriaRole.REGION).getByText("Theirs once more, contested"))
                .isVisible();
        slow.press("Overwrite");

        slow.says("Product saved: Mine and contested");
        assertThat(shop.catalogue().titles()).contains("Mine and contested").doesNotContain("Contested tea");
        shop.catalogue().delete(tea);
    }

    @Tag("full")
    @Test
    void onAnEmptyStorefrontAdministratorsAreLedToAdmin(Shop shop) {
        Page page = shop.adminPages().page();
        page.route(
                "**/api/products?*",
                route -> route.fulfill(
                        new FulfillOptions().setContentType("application/json").setBody("[]")));
        page.navigate("/");

        page.getByText("Add products in Admin").click();

        assertThat(page).hasURL(shop.address() + "/admin");
    }

    @Tag("full")
    @Test
    void countsInTheTableAreLive(Shop shop) {
        long tea = shop.catalogue().create("Watched tea");
        AdminPages admin = shop.adminPages();
        admin.search("Watched");
        assertThat(admin.row("Watched tea").locator("live-count")).hasText("0");

        shop.catalogue().like(tea);

        assertThat(admin.row("Watched tea").locator("live-count")).hasText("1");
        shop.catalogue().delete(tea);
    }

    @Tag("full")
    @Test
    void orderAndPageAreInTheAddress(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.press("Title");
        assertThat(admin.page()).hasURL(shop.address() + "/admin?sort=title");
        admin.page().reload();
        assertThat(head(admin, "Title")).hasAttribute("aria-sort", "ascending");
        admin.page().goBack();
        assertThat(head(admin, "ID")).hasAttribute("aria-sort", "ascending");
    }

    private static Locator head(AdminPages admin, String column) {
        return admin.page().getByRole(AriaRole.COLUMNHEADER, new GetByRoleOptions().setName(column));
    }
}
