package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("full")
@ExtendWith(InChromium.class)
class LostAnswerIT {
    @Test
    void afterALostAnswerTheSameProductIsMadeOnceAndAnotherOneIsNew(Shop shop) {
        AdminPages admin = shop.adminPages(new NewContextOptions());
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
}
