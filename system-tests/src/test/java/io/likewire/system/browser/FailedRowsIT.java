package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route.FulfillOptions;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An import in three steps; what failed is a file again. */
@FullInChromium
class FailedRowsIT {
    @Test
    void failedRowsAreCorrectedAndImportedAgain(Shop shop) throws IOException {
        String file = "sep=;\r\ntitle;image;description\r\nRow tea;/images/tea.svg;\r\n"
                + "Row tea crème;nowhere;\"Two\nlines\"\r\n\r\n;/images/tea.svg;x";
        AdminPages admin = shop.adminPages();
        Locator step = admin.page().locator("[aria-current=step]");
        admin.importFile("tea.csv", file.getBytes(Charset.forName("windows-1252")));
        assertThat(step).hasText("Preview");
        assertThat(admin.dialog()).containsText("tea.csv. Read as CSV, windows-1252");
        admin.press("Import 3");
        assertThat(step).hasText("Result");
        assertThat(admin.dialog()).containsText("1 imported, 0 updated, 0 unchanged, 2 failed, 0 skipped");

        Download download = admin.page().waitForDownload(() -> admin.press("Download 2 failed rows"));
        assertThat(download.suggestedFilename()).isEqualTo("tea-failed.csv");
        String failed = Files.readString(download.path());
        assertThat(failed)
                .isEqualTo("\uFEFFsep=;\r\ntitle;image;description\r\nRow tea crème;nowhere;\"Two\nlines\"\r\n"
                        + ";/images/tea.svg;x\r\n");
        admin.press("Close");
        String corrected = failed.replace("nowhere", "/images/tea.svg").replace("\n;", "\nRow tea without a name;");
        admin.importFile("tea-failed.csv", corrected);
        assertThat(admin.dialog()).containsText("2 rows, first “Row tea crème”: 2 new");
        admin.press("Choose another file");
        assertThat(step).hasText("File");
        admin.press("Close");
        shop.catalogue().deleteAll(title -> title.startsWith("Row tea"));
    }

    /** Of an import that stopped, the rows behind the last one heard of have not failed. */
    @Test
    void whatWasNotTriedHasNotFailed(Shop shop) throws IOException {
        String file = "title,image\nStopped tea,/images/tea.svg\nBad,nowhere\nUntried tea,/images/tea.svg\n";
        AdminPages admin = shop.adminPages();
        admin.importFile("tea.csv", file);
        String told = """
                {"file":{"rows":3,"format":"csv","encoding":"utf-8","separator":","}}
                {"line":2,"outcome":"created","id":1,"title":"Stopped tea"}
                {"line":3,"outcome":"failed","title":"Bad","errors":{"image":["No path."]}}
                """;
        AtomicInteger asked = new AtomicInteger();
        admin.page().route("**/api/products/import?dryRun=false", route -> {
            asked.incrementAndGet();
            route.fulfill(
                    new FulfillOptions().setContentType("application/x-ndjson").setBody(told));
        });
        admin.press("Import 3");
        assertThat(admin.dialog()).containsText("2 of 3");
        admin.press("Stop");
        admin.press("Stop");
        Download download = admin.page().waitForDownload(() -> admin.press("Download 1 failed row"));
        assertThat(Files.readString(download.path())).isEqualTo("\uFEFFtitle,image\r\nBad,nowhere\r\n");
        assertThat(asked)
                .as("an import that was stopped is not asked for again")
                .hasValue(1);
    }

    @Test
    void failedElementsOfAnArrayAreAnArray(Shop shop) throws IOException {
        String file = "[{\"title\":\"Element tea\",\"image\":\"/images/tea.svg\"},{\"title\":\"Bad\",\"image\":\"x\"}]";
        AdminPages admin = shop.adminPages();
        admin.importFile("tea.json", file);
        admin.press("Import 2");
        Download download = admin.page().waitForDownload(() -> admin.press("Download 1 failed row"));
        assertThat(new JsonArray(Files.readString(download.path())).encode())
                .isEqualTo("[{\"title\":\"Bad\",\"image\":\"x\"}]");
        admin.press("Close");
        shop.catalogue().deleteAll("Element tea"::equals);
    }
}
