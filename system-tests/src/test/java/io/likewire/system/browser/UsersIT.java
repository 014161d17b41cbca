package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@FullInChromium
class UsersIT {
    @Test
    void aUserBecomesAnAdministratorAndIsShutOut(Shop shop) {
        AdminPages admin = shop.adminPages();
        register(shop, "nora");
        admin.open("Users");
        Locator role = admin.field("Role of nora");

        role.selectOption("admin");
        admin.press("Save nora");
        admin.says("User saved: nora, administrator, active");
        new AdminPages(shop.enter()).signIn("nora", Shop.PASSWORD);
        admin.field("nora is active").uncheck();
        admin.press("Save nora");
        admin.says("User saved: nora, administrator, not active");

        admin.page().reload();
        assertThat(role).hasValue("admin");
        assertThat(admin.field("nora is active")).not().isChecked();
    }

    @Test
    void aKeyInTheListOfRolesChangesNothingUntilItIsSaved(Shop shop) {
        register(shop, "olga");
        AdminPages admin = shop.adminPages();
        admin.open("Users");
        List<String> sent = new ArrayList<>();
        admin.page().onRequest(request -> sent.add(request.method()));
        Locator role = admin.field("Role of olga");
        role.focus();
        admin.page().keyboard().press("ArrowDown");
        admin.field("olga is active").uncheck();
        assertThat(role).hasValue("admin");
        assertThat(admin.row("olga")).containsText("Not saved");

        admin.press("Cancel changes to olga");

        assertThat(role).hasValue("user");
        assertThat(role).isFocused();
        assertThat(admin.field("olga is active")).isChecked();
        assertThat(admin.buttons("Save olga")).hasCount(0);
        role.selectOption("admin");
        role.selectOption("user");
        assertThat(admin.buttons("Save olga")).hasCount(0);
        assertThat(sent).doesNotContain("PATCH");
    }

    @Test
    void whatWasSavedCanBeUndone(Shop shop) {
        register(shop, "orla");
        AdminPages admin = shop.adminPages();
        admin.open("Users");
        admin.field("Role of orla").selectOption("admin");
        admin.press("Save orla");
        admin.says("User saved: orla, administrator, active");
        admin.field("orla is active").uncheck();

        admin.press("Undo");

        admin.says("User saved: orla, user, active");
        assertThat(admin.row("orla")).containsText("Not saved");
        assertThat(admin.buttons("Undo")).hasCount(0);
        admin.press("Cancel changes to orla");
        assertThat(admin.field("Role of orla")).hasValue("user");
    }

    @Test
    void theLastAdministratorStaysOne(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.open("Users");

        admin.field("Role of admin").selectOption("user");
        admin.press("Save admin");

        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText("administrator");
        admin.press("Cancel changes to admin");
        assertThat(admin.field("Role of admin")).hasValue("admin");
        assertThat(admin.page().getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    void whoIsNoAdministratorStaysOutside(Shop shop) {
        register(shop, "otto");
        Page page = shop.enter().page();
        page.navigate("/admin/users");
        page.getByLabel("Username").fill("otto");
        page.getByLabel("Password").fill(Shop.PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page.getByText("otto is not an administrator.")).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE)).hasCount(0);
    }

    private static void register(Shop shop, String name) {
        shop.enter()
                .page()
                .context()
                .request()
                .post(
                        "/api/auth/register",
                        RequestOptions.create().setData(Map.of("username", name, "password", Shop.PASSWORD)));
    }
}
