package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("full")
@ExtendWith(InChromium.class)
class PeopleIT {
    private static final String PASSWORD = "lilies in may 1848";

    @Test
    void aUserBecomesAnAdministratorAndIsShutOut(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        register(shop, "nora");
        room.open("People");
        Locator role = room.field("Role of nora");

        role.selectOption("admin");
        room.press("Save nora");
        room.says("nora is an administrator and may sign in.");
        new BackRoom(shop.enter(new NewContextOptions())).signIn("nora", PASSWORD);
        room.field("nora may sign in").uncheck();
        room.press("Save nora");
        room.says("nora is an administrator and may not sign in.");

        room.page().reload();
        assertThat(role).hasValue("admin");
        assertThat(room.field("nora may sign in")).not().isChecked();
    }

    @Test
    void aKeyInTheListOfRolesChangesNothingUntilItIsSaved(Shop shop) {
        register(shop, "olga");
        BackRoom room = shop.backRoom(new NewContextOptions());
        room.open("People");
        List<String> sent = new ArrayList<>();
        room.page().onRequest(request -> sent.add(request.method()));
        Locator role = room.field("Role of olga");
        role.focus();
        room.page().keyboard().press("ArrowDown");
        room.field("olga may sign in").uncheck();
        assertThat(role).hasValue("admin");
        assertThat(room.row("olga")).containsText("Not saved");

        room.press("Cancel changes of olga");

        assertThat(role).hasValue("user");
        assertThat(role).isFocused();
        assertThat(room.field("olga may sign in")).isChecked();
        assertThat(room.buttons("Save olga")).hasCount(0);
        role.selectOption("admin");
        role.selectOption("user");
        assertThat(room.buttons("Save olga")).hasCount(0);
        assertThat(sent).doesNotContain("PATCH");
    }

    @Test
    void theLastAdministratorStaysOne(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        room.open("People");

        room.field("Role of admin").selectOption("user");
        room.press("Save admin");

        assertThat(room.page().getByRole(AriaRole.ALERT)).containsText("administrator");
        room.press("Cancel changes of admin");
        assertThat(room.field("Role of admin")).hasValue("admin");
        assertThat(room.page().getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    void whoIsNoAdministratorStaysOutside(Shop shop) {
        register(shop, "otto");
        Page page = shop.enter(new NewContextOptions()).page();
        page.navigate("/admin/users");
        page.getByLabel("Name").fill("otto");
        page.getByLabel("Password").fill(PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page.getByText("otto is not an administrator.")).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE)).hasCount(0);
    }

    private static void register(Shop shop, String name) {
        shop.enter(new NewContextOptions())
                .page()
                .context()
                .request()
                .post(
                        "/api/auth/register",
                        RequestOptions.create().setData(Map.of("username", name, "password", PASSWORD)));
    }
}
