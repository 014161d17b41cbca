package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InChromium.class)
class AdminIT {
    @Test
    void aProductIsMadeEditedAndDeleted(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        room.press("New product");
        room.field("Title").fill("Admin tea");
        room.field("Picture").fill("/images/tea.svg");
        room.press("Add to the shelf");
        room.says("“Admin tea” is on the shelf.");

        room.search("Admin tea").press("Edit Admin tea");
        room.field("Title").fill("Administered tea");
        room.press("Save");
        room.says("“Administered tea” is saved.");

        room.search("Administered").press("Delete Administered tea");
        assertThat(room.dialog()).containsText("“Administered tea” and its 0 likes will be permanently deleted.");
        assertThat(room.button("Cancel")).isFocused();
        room.press("Cancel");
        assertThat(room.row("Administered tea")).isVisible();
        room.press("Delete Administered tea");
        room.press("Delete");
        room.says("“Administered tea” is deleted.");
        assertThat(room.page().getByText("No product is called that.")).isVisible();
        assertThat(room.window().complaints()).isEmpty();
    }

    @Tag("full")
    @Test
    void whatIsWrongStandsBesideItsField(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        room.press("New product");
        room.field("Picture").fill("ftp://elsewhere/tea.svg");
        room.press("Add to the shelf");

        assertThat(room.field("Title")).hasAccessibleDescription("This field may not be blank.");
        assertThat(room.field("Picture")).hasAccessibleDescription("Enter an http or https URL, or a path.");
        assertThat(room.field("Title")).isFocused();
        room.press("Cancel");
        room.press("Discard");
        assertThat(room.button("New product")).isFocused();
    }

    @Tag("full")
    @Test
    void ofTwoEditorsTheSlowerOneSeesBothVersions(Shop shop) {
        long tea = shop.catalogue().create("Contested tea");
        BackRoom slow = shop.backRoom(new NewContextOptions());
        slow.search("Contested").press("Edit Contested tea");
        slow.field("Title").fill("Mine and contested");
        shop.catalogue().rename(tea, "Theirs and contested");

        slow.press("Save");
        assertThat(slow.page().getByRole(AriaRole.REGION).getByText("Theirs and contested"))
                .isVisible();
        assertThat(slow.page().getByRole(AriaRole.REGION).getByText("Mine and contested"))
                .isVisible();
        shop.catalogue().rename(tea, "Theirs once more, contested");
        slow.press("Keep mine");
        assertThat(slow.page().getByRole(AriaRole.REGION).getByText("Theirs once more, contested"))
                .isVisible();
        slow.press("Keep mine");

        slow.says("“Mine and contested” is saved.");
        assertThat(shop.catalogue().titles()).contains("Mine and contested").doesNotContain("Contested tea");
        shop.catalogue().delete(tea);
    }

    @Tag("full")
    @Test
    void countsInTheTableAreLive(Shop shop) {
        long tea = shop.catalogue().create("Watched tea");
        BackRoom room = shop.backRoom(new NewContextOptions());
        room.search("Watched");
        assertThat(room.row("Watched tea").locator("live-count")).hasText("0");

        shop.catalogue().like(tea);

        assertThat(room.row("Watched tea").locator("live-count")).hasText("1");
        shop.catalogue().delete(tea);
    }

    @Tag("full")
    @Test
    void orderAndPageAreInTheAddress(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        room.press("Title");
        assertThat(room.page()).hasURL(shop.address() + "/admin?sort=title");
        room.page().reload();
        assertThat(room.button("Title")).hasAttribute("aria-pressed", "true");
        room.page().goBack();
        assertThat(room.button("No.")).hasAttribute("aria-pressed", "true");
    }
}
