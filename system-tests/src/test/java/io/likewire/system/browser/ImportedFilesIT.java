package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files as people have them. */
@FullInChromium
class ImportedFilesIT {
    @Test
    void anyEncodingThatIsReadIsTold(Shop shop) {
        AdminPages admin = shop.adminPages();
        String rows = "title|image\r\nGrüner Tee|/images/tea.svg\r\nCrème brûlée – 5 €|/images/cocoa.svg\r\n";
        admin.importFile("tea.txt", ("\uFEFF" + rows.replace('|', '\t')).getBytes(StandardCharsets.UTF_16LE));
        assertThat(admin.dialog()).containsText("2 rows, first “Grüner Tee”: 2 new");
        assertThat(admin.dialog()).containsText("Read as CSV, utf-16le, separated by tab");
        admin.press("Close");
        admin.importFile("tea.csv", rows.replace('|', ';').getBytes(Charset.forName("windows-1252")));
        assertThat(admin.dialog()).containsText("Read as CSV, windows-1252, separated by semicolon");

        admin.press("Import 2");

        assertThat(admin.dialog()).containsText("2 imported, 0 updated, 0 unchanged, 0 failed, 0 skipped");
        assertThat(shop.catalogue().titles()).contains("Grüner Tee", "Crème brûlée – 5 €");
        admin.press("Close");
        shop.catalogue().deleteAll(title -> title.equals("Grüner Tee") || title.startsWith("Crème"));
    }

    @Test
    void aStrayQuoteIsToldWithItsLineAndNothingIsMade(Shop shop) {
        AdminPages admin = shop.adminPages();
        String file = "title,image\r\nPlain,/x.svg\r\n\"Tea\" green,/x.svg\r\n";
        admin.importFile("tea.csv", file);
        assertThat(admin.dialog().getByRole(AriaRole.ALERT)).hasText("Line 3: unexpected quote");
        assertThat(shop.catalogue().titles()).doesNotContain("Plain");
    }

    @Test
    void anExportIsReadBySpreadsheetsAndComesBackAsItWas(Shop shop) throws IOException {
        List<String> titles = List.of("''=1+1", "'=1+1", "=1+1", "'tis tea", "@home", "-5 °C");
        titles.forEach(shop.catalogue()::create);
        AdminPages admin = shop.adminPages();
        byte[] file = Files.readAllBytes(
                admin.page().waitForDownload(() -> admin.press("Export CSV")).path());
        assertThat(file).startsWith(0xef, 0xbb, 0xbf);
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains(",'''=1+1,", ",''=1+1,", ",'=1+1,", ",'tis tea,", ",'@home,", ",'-5 °C,");

        admin.importFile("products.csv", file);

        assertThat(admin.dialog()).containsText("0 new, 0 to update");
        assertThat(admin.field("File")).hasAttribute("accept", ".csv,.tsv,.txt,.json,.ndjson,.jsonl");
        admin.press("Close");
        shop.catalogue().deleteAll(titles::contains);
    }
}
