package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@FullInChromium
class LostAnswerIT {
    @Test
    void afterALostAnswerTheSameProductIsMadeOnceAndAnotherOneIsNew(Shop shop) {
        AdminPages admin = shop.adminPages();
        List<String> keys = new ArrayList<>();
        admin.page().route("**/api/products", route -> {
            keys.add(route.request().headerValue("Idempotency-Key"));
            route.fetch();
            route.abort();
        });
        admin.press("New product");
        admin.field("Title").fill("Repeated tea");
        admin.field("Image").fill("/images/tea.svg");
        admin.press("Create product");
        assertThat(admin.dialog().getByRole(AriaRole.ALERT)).containsText("Can’t reach the server");
        admin.press("Create product");
        admin.page().waitForCondition(() -> keys.size() == 2);
        assertThat(admin.dialog().getByRole(AriaRole.ALERT)).containsText("Can’t reach the server");
        admin.page().unrouteAll();

        admin.field("Title").fill("Another repeated tea");
        admin.field("Title").fill("Repeated tea");
        admin.press("Create product");

        admin.says("Product created: Repeated tea");
        assertThat(keys.get(0)).isNotBlank().isEqualTo(keys.get(1));
        assertThat(shop.catalogue().titles()).containsOnlyOnce("Repeated tea");
        admin.press("New product");
        admin.field("Title").fill("Repeated tea");
        admin.field("Image").fill("/images/tea.svg");
        admin.page().waitForResponse("**/api/products", () -> admin.press("Create product"));
        assertThat(shop.catalogue().titles()).filteredOn("Repeated tea"::equals).hasSize(2);
        shop.catalogue().deleteAll("Repeated tea"::equals);
    }

    @Test
    void whatIsCorrectedAfterALostAnswerIsStillOneProduct(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.press("New product");
        admin.field("Title").fill("Mistyped te");
        admin.field("Image").fill("/images/tea.svg");
        loseAnswers(admin, "**/api/products", () -> admin.press("Create product"));
        admin.field("Title").fill("Mistyped tea");
        admin.press("Create product");
        admin.says("Product created: Mistyped tea");
        assertThat(shop.catalogue().titles()).containsOnlyOnce("Mistyped tea").doesNotContain("Mistyped te");

        admin.search("Mistyped").press("Edit Mistyped tea");
        admin.field("Title").fill("Mistyped black te");
        loseAnswers(admin, "**/api/products/*", () -> admin.press("Save"));
        admin.field("Title").fill("Mistyped black tea");
        admin.press("Save");
        admin.says("Product saved: Mistyped black tea");
        assertThat(shop.catalogue().titles()).containsOnlyOnce("Mistyped black tea");
        shop.catalogue().deleteAll("Mistyped black tea"::equals);
    }

    @Test
    void anAccountThatWasMadeIsFoundAfterALostAnswer(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.open("Users");
        admin.press("New user");
        admin.field("Username").fill("lotta");
        admin.field("Password").fill(Shop.PASSWORD);
        loseAnswers(admin, "**/api/users", () -> admin.press("Create user"));
        admin.field("Password").fill(Shop.OTHER_PASSWORD);
        admin.press("Create user");

        admin.says("User created: lotta");
        assertThat(admin.row("lotta")).isVisible();
        AdminPages other = new AdminPages(shop.enter());
        other.page().navigate("/admin");
        other.type("lotta", Shop.OTHER_PASSWORD);
        assertThat(other.page().getByText("lotta is not an administrator.")).isVisible();
        admin.page().reload();
        assertThat(admin.row("admin you")).isVisible();
    }

    private static void loseAnswers(AdminPages admin, String address, Runnable act) {
        AdminPages.loseAnswers(admin.page(), address);
        act.run();
        assertThat(admin.dialog().getByRole(AriaRole.ALERT)).containsText("Can’t reach the server");
        admin.page().unrouteAll();
    }
}
