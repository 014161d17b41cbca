package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import io.likewire.system.rig.Program;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.ReverseProxy;
import io.likewire.system.standalone.Catalogue;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A proxy that compresses weakens ETags, and no change can name a weak one. */
@FullInChromium
class WeakenedTagsIT {
    @Test
    void whatIsThereIsOverwrittenAndDeletedAllTheSame(Shop shop) {
        Program.need("nginx");
        long tea = shop.catalogue().create("Weakened tea");
        try (ReverseProxy proxy = ReverseProxy.compressingNginx(URI.create(shop.address()))) {
            URI address = URI.create("http://127.0.0.1:" + proxy.address().getPort());
            assertThat(Rest.at(address)
                            .send("GET", "/api/products/" + tea, null, "Accept-Encoding", "gzip")
                            .header("etag"))
                    .startsWith("W/");
            AdminPages admin = shop.adminPagesAt(
                    new NewContextOptions().setBaseURL(address.toString()), "admin", Shop.ADMIN_PASSWORD);
            changeAndDelete(admin, shop.catalogue(), tea);
        }
    }

    /** Also what is not compressed, and the answers to changes. */
    @Test
    void soItIsWhereEachTagIsWeak(Shop shop) {
        long tea = shop.catalogue().create("Weakened tea");
        AdminPages admin = shop.adminPages();
        admin.page().route("**/api/products**", route -> {
            APIResponse answer = route.fetch();
            Map<String, String> headers = new HashMap<>(answer.headers());
            headers.computeIfPresent("etag", (name, tag) -> tag.startsWith("W/") ? tag : "W/" + tag);
            route.fulfill(new FulfillOptions().setResponse(answer).setHeaders(headers));
        });
        changeAndDelete(admin, shop.catalogue(), tea);
    }

    private static void changeAndDelete(AdminPages admin, Catalogue catalogue, long tea) {
        admin.search("Weakened").press("Edit Weakened tea");
        admin.field("Title").fill("Mine and weakened");
        catalogue.rename(tea, "Theirs and weakened");
        admin.press("Save");
        admin.press("Overwrite");
        admin.says("Product saved: Mine and weakened");

        admin.press("Delete Mine and weakened");
        admin.press("Delete");
        admin.says("Product deleted: Mine and weakened");
        admin.page().navigate("/embed");
        await("it is deleted").until(() -> !catalogue.titles().contains("Mine and weakened"));
    }
}
