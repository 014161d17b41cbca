package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What administrators change is told, can be undone, and is found again. */
@FullInChromium
class KindChangesIT {
    private static final String HIDE = "Object.defineProperty(document, 'hidden', { value: true });"
            + "document.dispatchEvent(new Event('visibilitychange'))";

    @Test
    void aDeleteCanBeUndoneUntilItsTimeIsOver(Shop shop) {
        shop.catalogue().create("Regretted tea");
        AdminPages admin = shop.adminPages(new NewContextOptions().setViewportSize(1280, 500));
        delete(admin, "Regretted tea");
        assertThat(admin.page().locator(".said")).isInViewport();
        admin.press("Undo");
        assertThat(admin.row("Regretted tea")).isVisible();
        assertThat(admin.buttons("Undo")).hasCount(0);
        assertThat(shop.catalogue().titles()).contains("Regretted tea");

        delete(admin, "Regretted tea");
        await("the time to undo is over").until(() -> !shop.catalogue().titles().contains("Regretted tea"));
        assertThat(admin.window().complaints()).isEmpty();
    }

    @Test
    void aDeleteIsSentWhenThePageIsLeft(Shop shop) {
        shop.catalogue().create("Abandoned tea");
        AdminPages admin = shop.adminPages();
        delete(admin, "Abandoned tea");
        assertThat(shop.catalogue().titles()).contains("Abandoned tea");

        admin.page().navigate("/embed");

        await("it is deleted").until(() -> !shop.catalogue().titles().contains("Abandoned tea"));
    }

    @Test
    void aDeleteIsSentWhenThePageIsHidden(Shop shop) {
        shop.catalogue().create("Covered tea");
        AdminPages admin = shop.adminPages();
        delete(admin, "Covered tea");
        // with the focus on it, its time never ends
        admin.button("Undo").focus();

        admin.page().evaluate(HIDE);

        assertThat(admin.buttons("Undo")).hasCount(0);
        await("it is deleted").until(() -> !shop.catalogue().titles().contains("Covered tea"));
    }

    @Test
    void aDeleteOfWhatSomebodyElseChangedMeanwhileIsAskedAgain(Shop shop) {
        long tea = shop.catalogue().create("Doubtful tea");
        AdminPages admin = shop.adminPages();
        delete(admin, "Doubtful tea");
        shop.catalogue().rename(tea, "Doubtful and renamed tea");

        // another message takes the place of the one with "Undo"
        admin.tell("next");

        assertThat(admin.dialog()).containsText("Someone else changed this product. Delete it anyway?");
        admin.press("Cancel");
        assertThat(admin.row("Doubtful and renamed tea")).isVisible();
        shop.catalogue().delete(tea);
    }

    @Test
    void severalProductsAreExportedAndDeletedAtOnce(Shop shop) throws IOException {
        List<String> titles = List.of("Chosen tea A", "Chosen tea B", "Chosen tea C");
        titles.forEach(shop.catalogue()::create);
        AdminPages admin = shop.adminPages();
        Page page = admin.page();
        page.navigate("/admin?q=chosen+tea");
        admin.field("Select all on this page").check();
        admin.field("Select Chosen tea B").uncheck();
        assertThat(page.getByText("2 selected")).isVisible();

        String file = Files.readString(
                page.waitForDownload(() -> admin.press("Export 2 as CSV")).path());
        assertThat(file).contains("Chosen tea A", "Chosen tea C").doesNotContain("Chosen tea B", "version");
        page.route("**/api/products?ids=*", route -> route.abort());
        admin.press("Export 2 as JSON");
        admin.says("Export failed. Try again.");
        page.unrouteAll();
        admin.press("Delete 2");
        assertThat(admin.dialog()).containsText("2 products and their 0 likes will be permanently deleted.");
        admin.press("Delete");
        admin.says("2 products deleted");
        assertThat(page.locator("tr[data-product]")).hasCount(1);
        page.navigate("/embed");
        await("both are deleted").until(() -> Stream.of(titles.get(0), titles.get(2))
                .noneMatch(shop.catalogue().titles()::contains));
        shop.catalogue().deleteAll("Chosen tea B"::equals);
    }

    @Test
    void aSavedProductIsMarkedWhereverItMovesTo(Shop shop) {
        List<Long> teas = Stream.of("Moved tea A", "Moved tea B")
                .map(shop.catalogue()::create)
                .toList();
        AdminPages admin = shop.adminPages();
        admin.page().navigate("/admin?q=moved&sort=title");
        rename(admin, "Moved tea A", "Moved tea Z");
        Locator marked = admin.page().locator("tr[aria-current=true]");
        assertThat(marked).containsText("Moved tea Z");
        assertThat(marked).isInViewport();
        rename(admin, "Moved tea B", "Gone from this search");
        assertThat(marked).containsText("Gone from this search");
        assertThat(marked).containsText("Its place in this order is on another page.");
        teas.forEach(shop.catalogue()::delete);
    }

    private static void delete(AdminPages admin, String title) {
        admin.search(title).press("Delete " + title);
        admin.press("Delete");
        admin.says("Product deleted: " + title);
        assertThat(admin.row(title)).hasCount(0);
    }

    private static void rename(AdminPages admin, String title, String other) {
        admin.press("Edit " + title);
        admin.field("Title").fill(other);
        admin.press("Save");
        admin.says("Product saved: " + other);
    }
}
