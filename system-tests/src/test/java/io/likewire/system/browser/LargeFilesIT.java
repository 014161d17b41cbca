package io.likewire.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files of more than 8 MB. */
@FullInChromium
class LargeFilesIT {
    private static final String LARGE = "x".repeat(1_000_000);

    @Test
    void aFileLargerThanOneRequestIsSentInParts(Shop shop) {
        AdminPages admin = shop.adminPages();
        String rows = IntStream.range(0, 9)
                .mapToObj(i -> "\"Large tea, " + i + "\"," + (i == 8 ? "nowhere," : "/images/tea.svg,") + LARGE)
                .collect(Collectors.joining("\r\n"));
        admin.importFile("tea.csv", "title,image,notes\r\n" + rows);
        assertThat(admin.dialog()).containsText("9 rows, first “Large tea, 0”: 8 new, 0 to update, 0 unchanged, 1 inv");
        admin.press("Import 9");
        assertThat(admin.dialog()).containsText("8 imported, 0 updated, 0 unchanged, 1 failed, 0 skipped");
        assertThat(admin.dialog().locator("tbody tr")).containsText("10Large tea, 8image: ");
        admin.press("Close");
        shop.catalogue().deleteAll(title -> title.startsWith("Large tea"));

        admin.importFile("bad.csv", "title,image\n" + (LARGE + ",/t\n").repeat(9) + "\"a\"b,/t\n");
        assertThat(admin.dialog().getByRole(AriaRole.ALERT)).hasText("Line 11: unexpected quote");
        admin.press("Close");
        admin.importFile("tea.json", "[" + LARGE.repeat(9) + "]");
        assertThat(admin.dialog().getByRole(AriaRole.ALERT))
                .hasText(
                        "This file is larger than 8 MB and can’t be sent in parts. Divide it, or save it as CSV in UTF-8.");
    }
}
