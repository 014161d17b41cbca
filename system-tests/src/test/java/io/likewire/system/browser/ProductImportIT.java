package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("full")
@ExtendWith(InChromium.class)
class ProductImportIT {
    private static final String FORMULA = "=1+1 imported, \"quoted\"";

    @Test
    void aFileOfRowsBecomesProductsAndComesBack(Shop shop) throws IOException {
        String rows = IntStream.range(0, 150)
                .mapToObj(i -> "/images/tea.svg;Imported tea " + i)
                .collect(Collectors.joining("\r\n"));
        String file = "\uFEFFimage;title\r\n" + rows + "\r\n/images/tea.svg;\r\nnowhere;No picture\r\n"
                + "/images/tea.svg;\"'" + FORMULA.replace("\"", "\"\"") + "\"";
        BackRoom room = shop.backRoom(new NewContextOptions());
        choose(room, "tea.csv", file);
        assertThat(room.dialog()).containsText("153 rows, first “Imported tea 0”");

        room.press("Import 153");

        assertThat(room.dialog()).containsText("151 created, 0 changed, 0 unchanged, 2 failed, 0 skipped.");
        assertThat(room.dialog().locator("progress")).hasJSProperty("value", 153);
        assertThat(room.dialog().locator("tbody tr")).hasText(new String[] {
            "151title: This field may not be blank.", "152No pictureimage: Enter an http or https URL, or a path."
        });
        room.press("Close");
        room.says("151 products created, 0 products changed.");
        assertThat(shop.catalogue().titles()).contains("Imported tea 149", FORMULA);

        assertThat(export(room, "Export CSV")).contains(",\"'" + FORMULA.replace("\"", "\"\"") + "\",/images/tea.svg,");
        JsonArray json = new JsonArray(export(room, "Export JSON"));
        assertThat(json).hasSameSizeAs(shop.catalogue().titles());
        shop.catalogue().deleteAll(title -> title.startsWith("Imported tea") || title.equals(FORMULA));
    }

    @Test
    void anImportThatLostItsAnswersGoesOnAndMakesEachProductOnce(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        choose(room, "tea.csv", "title,image\nLost tea,/images/tea.svg\n");
        Set<String> keys = new HashSet<>();
        room.page().route("**/api/products/batch", route -> {
            keys.add(route.request().headerValue("Idempotency-Key"));
            route.fetch();
            route.abort();
        });
        room.press("Import 1");
        assertThat(room.dialog().getByRole(AriaRole.ALERT)).containsText("No connection");
        assertThat(keys).hasSize(1);
        room.page().unrouteAll();

        room.press("Import the other 1");

        assertThat(room.dialog()).containsText("1 created, 0 changed, 0 unchanged, 0 failed, 0 skipped.");
        assertThat(shop.catalogue().titles()).containsOnlyOnce("Lost tea");
        shop.catalogue().deleteAll("Lost tea"::equals);
    }

    @Test
    void whatWasExportedChangesWhatIsThereAndSaysSoBefore(Shop shop) throws IOException {
        long same = shop.catalogue().create("Exported tea");
        long other = shop.catalogue().create("Exported and changed tea");
        BackRoom room = shop.backRoom(new NewContextOptions());
        String file = export(room, "Export CSV").replace("Exported and changed tea", "Changed tea")
                + "987654321,Nowhere tea,/images/tea.svg\r\n,New tea,/images/tea.svg\r\n";
        List<String> before = shop.catalogue().titles();
        choose(room, "products.csv", file);
        String unchanged = before.size() - 1 + " unchanged";
        assertThat(room.dialog()).containsText("1 new, 1 changed, " + unchanged + ", 1 with an error");
        assertThat(room.dialog()).containsText("title: “Exported and changed tea” becomes “Changed tea”");
        assertThat(room.dialog()).containsText("id: There is no product 987654321.");

        room.press("Import " + (before.size() + 2));

        assertThat(room.dialog()).containsText("1 created, 1 changed, " + unchanged + ", 1 failed, 0 skipped.");
        assertThat(shop.catalogue().titles())
                .hasSize(before.size() + 1)
                .contains("Changed tea", "New tea")
                .containsOnlyOnce("Exported tea")
                .doesNotContain("Exported and changed tea", "Nowhere tea");
        shop.catalogue().delete(same);
        shop.catalogue().delete(other);
        shop.catalogue().deleteAll("New tea"::equals);
    }

    @Test
    void jsonIsUnderstoodInBothForms(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        String one = "{\"title\":\"Tea of JSON\",\"image\":\"/images/tea.svg\"}";
        for (String file : List.of("[" + one + "," + one + "]", one + "\n" + one + "\n")) {
            choose(room, "tea.json", file);
            room.field("File").dispatchEvent("cancel");
            assertThat(room.dialog()).containsText("2 rows, first “Tea of JSON”");
            room.press("Close");
        }
    }

    @Test
    void aFileOfSomethingElseIsRefusedWithAReason(Shop shop) {
        BackRoom room = shop.backRoom(new NewContextOptions());
        choose(room, "tea.json", "[{");
        assertThat(room.dialog()).containsText("This is not JSON");
        room.press("Close");
        choose(room, "tea.csv", "name,picture\r\nTea,/images/tea.svg");
        assertThat(room.dialog()).containsText("has to name the columns title and image");
        assertThat(room.dialog().getByText("Import", new GetByTextOptions().setExact(true)))
                .isDisabled();
    }

    private static void choose(BackRoom room, String name, String text) {
        room.press("Import");
        room.field("File").setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String export(BackRoom room, String button) throws IOException {
        Download download = room.page().waitForDownload(() -> room.press(button));
        return Files.readString(download.path());
    }
}
