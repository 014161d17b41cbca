package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
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
        room.says("nora is an administrator and may sign in.");
        new BackRoom(shop.enter(new NewContextOptions())).signIn("nora", PASSWORD);
        room.field("nora may sign in").uncheck();
        room.says("nora is an administrator and may not sign in.");

        room.page().reload();
        assertThat(role).hasValue("admin");
        assertThat(room.field("nora may sign in")).not().isChecked();
    }

    @Test
    void theLastAdministratorStaysOne(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        room.open("People");

        room.field("Role of admin").selectOption("user");

        assertThat(room.page().getByRole(AriaRole.ALERT)).containsText("administrator");
        assertThat(room.field("Role of admin")).hasValue("admin");
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
