package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    void afterALostAnswerTheSameProductIsMadeOnceAndAnotherOneIsNew(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        List<String> keys = new ArrayList<>();
        room.page().route("**/api/products", route -> {
            keys.add(route.request().headerValue("Idempotency-Key"));
            route.fetch();
            route.abort();
        });
        room.press("New product");
        room.field("Title").fill("Repeated tea");
        room.field("Picture").fill("/images/tea.svg");
        room.press("Add to the shelf");
        assertThat(room.dialog().getByRole(AriaRole.ALERT)).containsText("No connection");
        room.press("Add to the shelf");
        room.page().waitForCondition(() -> keys.size() == 2);
        assertThat(room.dialog().getByRole(AriaRole.ALERT)).containsText("No connection");
        room.page().unrouteAll();

        room.field("Title").fill("Another repeated tea");
        room.field("Title").fill("Repeated tea");
        room.press("Add to the shelf");

        room.says("“Repeated tea” is on the shelf.");
        assertThat(keys.get(0)).isNotBlank().isEqualTo(keys.get(1));
        assertThat(shop.catalogue().titles()).containsOnlyOnce("Repeated tea");
        room.press("New product");
        room.field("Title").fill("Repeated tea");
        room.field("Picture").fill("/images/tea.svg");
        room.page().waitForResponse("**/api/products", () -> room.press("Add to the shelf"));
        assertThat(shop.catalogue().titles()).filteredOn("Repeated tea"::equals).hasSize(2);
        shop.catalogue().deleteAll("Repeated tea"::equals);
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
    void aSessionThatEndsIsBegunAgainAboveWhatWasTyped(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        Page page = room.page();
        room.press("New product");
        room.field("Title").fill("Outlasting tea");
        room.field("Picture").fill("/images/tea.svg");
        List<String> keys = new ArrayList<>();
        page.route("**/api/products", route -> {
            keys.add(route.request().headerValue("Idempotency-Key"));
            if (keys.size() == 1) {
                route.fulfill(new Route.FulfillOptions().setStatus(401));
            } else {
                route.resume();
            }
        });
        page.context().clearCookies();

        room.press("Add to the shelf");
        assertThat(room.dialog()).containsText("Your session has ended");
        room.press("Cancel");
        assertThat(room.field("Title")).hasValue("Outlasting tea");
        assertThat(room.dialog().getByRole(AriaRole.ALERT)).isVisible();
        room.press("Add to the shelf");
        room.field("Name").fill("admin");
        room.field("Password").fill(Shop.ADMIN_PASSWORD);
        page.keyboard().press("Enter");

        room.says("“Outlasting tea” is on the shelf.");
        assertThat(keys).hasSize(2).containsOnly(keys.get(0));
        shop.catalogue().deleteAll("Outlasting tea"::equals);
    }

    @Tag("full")
    @Test
    void aSessionThatEndsWithNothingTypedLeadsToSigningIn(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        room.page().context().clearCookies();
        room.page().clock().setFixedTime(Instant.now().plus(Duration.ofHours(1)).toEpochMilli());

        room.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("People"))
                .click();

        assertThat(room.page().getByText("Products are changed by administrators."))
                .isVisible();
        assertThat(room.dialog()).hasCount(0);
    }

    @Tag("full")
    @Test
    void escapeAsksBeforeWhatWasTypedIsThrownAway(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        Keyboard keyboard = room.page().keyboard();
        room.press("New product");
        keyboard.press("Escape");
        assertThat(room.dialog()).hasCount(0);

        room.press("New product");
        room.field("Title").fill("Unsaved tea");
        for (int twice = 0; twice < 2; twice++) {
            keyboard.press("Escape");
            assertThat(room.dialog()).containsText("Discard what you typed?");
            assertThat(room.button("Cancel")).isFocused();
            keyboard.press("Escape");
            assertThat(room.field("Title")).hasValue("Unsaved tea");
            assertThat(room.field("Title")).isFocused();
        }
        keyboard.press("Escape");
        room.press("Discard");
        assertThat(room.dialog()).hasCount(0);
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
