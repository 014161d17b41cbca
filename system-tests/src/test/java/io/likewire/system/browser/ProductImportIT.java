package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@FullInChromium
class ProductImportIT {
    private static final String FORMULA = "=1+1 imported, \"quoted\"";

    @Test
    void aFileOfRowsBecomesProductsAndComesBack(Shop shop) throws IOException {
        String rows = IntStream.range(0, 150)
                .mapToObj(i -> "/images/tea.svg;Imported tea " + i)
                .collect(Collectors.joining("\r\n"));
        String file = "\uFEFFimage;title\r\n" + rows + "\r\n/images/tea.svg;\r\nnowhere;No picture\r\n"
                + "/images/tea.svg;\"'" + FORMULA.replace("\"", "\"\"") + "\"";
        AdminPages admin = shop.adminPages();
        admin.importFile("tea.csv", file);
        assertThat(admin.dialog()).containsText("153 rows, first “Imported tea 0”");

        admin.press("Import 153");

        assertThat(admin.dialog()).containsText("151 imported, 0 updated, 0 unchanged, 2 failed, 0 skipped");
        assertThat(admin.dialog().locator("progress")).hasJSProperty("value", 153);
        assertThat(admin.dialog().locator("tbody tr")).hasText(new String[] {
            "152title: This field may not be blank.", "153No pictureimage: Enter an http or https URL, or a path."
        });
        admin.press("Close");
        admin.says("151 products imported, 0 products updated");
        assertThat(shop.catalogue().titles()).contains("Imported tea 149", FORMULA);

        assertThat(export(admin, "Export CSV"))
                .contains(",\"'" + FORMULA.replace("\"", "\"\"") + "\",/images/tea.svg,");
        JsonArray json = new JsonArray(export(admin, "Export JSON"));
        assertThat(json).hasSameSizeAs(shop.catalogue().titles());
        shop.catalogue().deleteAll(title -> title.startsWith("Imported tea") || title.equals(FORMULA));
    }

    @Test
    void anImportThatLostItsAnswersGoesOnAndMakesEachProductOnce(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.importFile("tea.csv", "title,image\nLost tea,/images/tea.svg\n");
        Set<String> keys = new HashSet<>();
        admin.page().route("**/api/products/import?dryRun=false", route -> {
            keys.add(route.request().headerValue("Idempotency-Key"));
            route.fetch();
            route.abort();
        });
        admin.press("Import 1");
        assertThat(admin.dialog().getByRole(AriaRole.ALERT)).containsText("Can’t reach the server");
        assertThat(keys).hasSize(1);
        admin.page().unrouteAll();

        admin.button("Import remaining 1").press("Enter");

        assertThat(admin.dialog()).containsText("1 imported, 0 updated, 0 unchanged, 0 failed, 0 skipped");
        assertThat(admin.dialog().getByRole(AriaRole.HEADING).first()).isFocused();
        assertThat(shop.catalogue().titles()).containsOnlyOnce("Lost tea");
        shop.catalogue().deleteAll("Lost tea"::equals);
    }

    @Test
    void whatWasExportedChangesWhatIsThereAndSaysSoBefore(Shop shop) throws IOException {
        long same = shop.catalogue().create("Exported tea");
        long other = shop.catalogue().create("Exported and changed tea");
        AdminPages admin = shop.adminPages();
        String file = export(admin, "Export CSV").replace("Exported and changed tea", "Changed tea")
                + "987654321,Nowhere tea,/images/tea.svg\r\n,New tea,/images/tea.svg\r\n";
        List<String> before = shop.catalogue().titles();
        admin.importFile("products.csv", file);
        String unchanged = before.size() - 1 + " unchanged";
        assertThat(admin.dialog()).containsText("1 new, 1 to update, " + unchanged + ", 1 invalid");
        assertThat(admin.dialog()).containsText("title: “Exported and changed tea” → “Changed tea”");
        assertThat(admin.dialog()).containsText("id: There is no product 987654321");

        admin.press("Import " + (before.size() + 2));

        assertThat(admin.dialog()).containsText("1 imported, 1 updated, " + unchanged + ", 1 failed, 0 skipped");
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
    void aColumnOfDescriptionsIsOptional(Shop shop) throws IOException {
        AdminPages admin = shop.adminPages();
        String row = "Described tea,/images/tea.svg,\"-Loose\nleaves\"\n";
        admin.importFile("tea.csv", "title,image,description\n" + row);
        admin.press("Import 1");
        admin.press("Close");
        admin.says("1 product imported, 0 products updated");

        String file = export(admin, "Export CSV");
        assertThat(file).contains("id,title,image,description,", "Described tea,/images/tea.svg,\"'-Loose\nleaves\"");
        admin.importFile("same.csv", file);
        assertThat(admin.dialog()).containsText("0 new, 0 to update");
        admin.press("Close");
        admin.importFile("without.csv", file.replace("description,likes", "other,likes"));
        assertThat(admin.dialog()).containsText("0 new, 0 to update");
        admin.press("Close");
        admin.importFile("empty.csv", file.replace("\"'-Loose\nleaves\"", ""));
        assertThat(admin.dialog()).containsText("description: “-Loose leaves” → “”");
        admin.press("Close");
        shop.catalogue().deleteAll("Described tea"::equals);
    }

    @Test
    void jsonIsUnderstoodInBothForms(Shop shop) {
        AdminPages admin = shop.adminPages();
        String one = "{\"title\":\"Tea of JSON\",\"image\":\"/images/tea.svg\"}";
        for (String file : List.of("[" + one + "," + one + "]", one + "\n" + one + "\n")) {
            admin.importFile("tea.json", file);
            admin.field("File").dispatchEvent("cancel");
            assertThat(admin.dialog()).containsText("2 rows, first “Tea of JSON”");
            admin.press("Close");
        }
    }

    @Test
    void aFileOfSomethingElseIsRefusedWithAReason(Shop shop) {
        AdminPages admin = shop.adminPages();
        admin.importFile("tea.json", "[{");
        assertThat(admin.dialog()).containsText("Line 1, column 3: malformed JSON");
        admin.press("Close");
        admin.importFile("tea.csv", "name,picture\r\nTea,/images/tea.svg");
        assertThat(admin.dialog()).containsText("Missing column: title, image");
        assertThat(admin.dialog().getByText("Import", new GetByTextOptions().setExact(true)))
                .isDisabled();
    }

    private static String export(AdminPages admin, String button) throws IOException {
        Download download = admin.page().waitForDownload(() -> admin.press(button));
        return Files.readString(download.path());
    }
}
