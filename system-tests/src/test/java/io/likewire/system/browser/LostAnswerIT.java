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
}
