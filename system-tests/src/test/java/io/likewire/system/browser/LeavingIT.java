package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that is not saved is thrown away without a question. */
@FullInChromium
class LeavingIT {
    @Test
    void aChangedRowIsAskedForByWhateverLeadsAway(Shop shop) {
        AdminPages admin = shop.adminPages();
        Page page = admin.page();
        admin.open("Users");
        Locator role = admin.field("Role of admin");
        role.selectOption("user");
        List<Runnable> ways = List.of(
                () -> page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Operations"))
                        .click(),
                () -> page.evaluate("history.back()"),
                () -> {
                    admin.press("Account: admin");
                    admin.press("Sign out");
                });
        for (Runnable way : ways) {
            way.run();
            assertThat(admin.dialog()).containsText("Discard changes?");
            admin.press("Cancel");
            assertThat(role).hasValue("user");
            assertThat(page).hasURL(shop.address() + "/admin/users");
        }
        page.evaluate("setTimeout(() => location.reload())");
        page.waitForCondition(() -> admin.window().complaints().contains("dialog: "));
        assertThat(role).hasValue("user");

        page.evaluate("history.back()");
        admin.press("Discard");
        assertThat(page).hasURL(shop.address() + "/admin");
        assertThat(admin.button("New product")).isVisible();
        admin.open("Users");
        assertThat(role).hasValue("admin");
        page.reload();
        assertThat(role).hasValue("admin");
        assertThat(admin.window().complaints()).containsOnly("dialog: ");
    }

    @ParameterizedTest
    @CsvSource({"Users, Products, New product, Title", "Operations, Users, New user, Username"})
    void anOpenDialogStaysWithItsTextUntilSomebodyDiscardsIt(
            String before, String name, String button, String field, Shop shop) {
        AdminPages admin = shop.adminPages();
        Runnable escape = () -> admin.page().keyboard().press("Escape");
        admin.open(before);
        admin.open(name);
        admin.press(button);
        escape.run();
        assertThat(admin.dialog()).hasCount(0);
        admin.press(button);
        admin.field(field).fill("unsaved");
        for (Runnable way : List.of(escape, () -> admin.page().evaluate("history.back()"))) {
            for (Runnable answer : List.of(escape, () -> admin.press("Cancel"))) {
                way.run();
                assertThat(admin.dialog()).containsText("Discard changes?");
                assertThat(admin.button("Cancel")).isFocused();
                answer.run();
                assertThat(admin.field(field)).hasValue("unsaved");
                assertThat(admin.field(field)).isFocused();
            }
        }
        escape.run();
        admin.press("Discard");
        assertThat(admin.dialog()).hasCount(0);
        assertThat(admin.button(button)).isFocused();
    }

    @Test
    void aRunningImportIsAskedForBeforeItStops(Shop shop) {
        AdminPages admin = shop.adminPages();
        Page page = admin.page();
        admin.open("Users");
        admin.open("Products");
        page.route("**/api/products/import?dryRun=false", route -> {});
        admin.importFile("tea.csv", "title,image\nStopped tea,/images/tea.svg\n");
        admin.press("Import 1");
        for (Runnable way : List.<Runnable>of(
                () -> admin.press("Stop"),
                () -> page.keyboard().press("Escape"),
                () -> page.evaluate("history.back()"))) {
            way.run();
            assertThat(admin.dialog()).containsText("Stop the import?");
            page.keyboard().press("Escape");
            assertThat(admin.dialog()).containsText("0 of 1");
            assertThat(page).hasURL(shop.address() + "/admin");
        }
        admin.press("Stop");
        admin.press("Stop");
        assertThat(admin.dialog()).containsText("1 skipped");
        admin.press("Close");
        assertThat(admin.dialog()).hasCount(0);
    }
}
