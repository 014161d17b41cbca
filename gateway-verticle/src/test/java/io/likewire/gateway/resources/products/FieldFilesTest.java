package io.likewire.gateway.resources.products;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as spreadsheets, shops and other programs write them. */
class FieldFilesTest {
    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    /** A line of the file and its title, or what is wrong with it; or what is wrong with the whole. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '\0',
            value = {
                "cli01_bom.ndjson               ! 1 BOM one | 2 BOM two",
                "cli02_a.ndjson                 ! 1 A1 | 2 A2",
                "cli02_b.ndjson                 ! 1 B1 | 2 B2",
                "cli02_a.ndjson cli02_b.ndjson  ! 1 A1 | 2 {\"row\":[\"Malformed JSON.\"]} | 3 B2",
                "cli03_latin1.ndjson            ! 1 Plain | 2 Grüner Tee",
                "csv01a_semicolon_title_first.csv ! 2 Grüner Tee, lose | 3 Kaffee, gemahlen, 500 g | 4 Kakao",
                "csv01b_semicolon_image_first.csv ! 2 Grüner Tee, lose | 3 Kaffee, gemahlen, 500 g | 4 Kakao",
                "csv03a_quote_then_text.csv     ! Line 2: unexpected quote",
                "csv03b_unclosed_quote.csv      ! Line 2: unexpected quote",
                "csv03c_inch_mark_inside.csv    ! 2 Plate 12\" | 3 Plate 10\"",
                "csv04_windows1252.csv          ! 2 Grüner Tee | 3 Crème brûlée – 5 €",
                "csv05_unicode_text.csv         ! 2 Grüner Tee | 3 緑茶",
                "csv05_unicode_text.txt         ! 2 Grüner Tee | 3 緑茶",
                "csv05_utf8.tsv                 ! 2 Grüner Tee | 3 緑茶",
                "csv10_row_numbers.csv          ! 2 Good one | 5 {\"image\":[\"Enter an http or https URL, or a path.\"]}",
                "csv12_old_mac_line_ends.csv    ! 2 Tea | 3 Cocoa",
                "csv12_shop_header.csv          ! Missing column: title, image",
                "csv12_spreadsheet_leftovers.csv ! 2 1E+11 | 3 007 | 4 4006381333931",
                "json01_rendered_titles.json    ! 2 {\"title\":[\"Not a valid string.\"]} | 8 {\"title\":[\"Not a valid string.\"]}"
                        + " | 14 {\"title\":[\"Not a valid string.\"]}",
                "txt01_nfc.json                 ! 1 Cr\u00e8me caramel tea",
                "txt01_nfd.json                 ! 1 Cr\u00e8me br\u00fbl\u00e9e tea"
            })
    void aFileIsMadeAsItSaysOrRefusedByLine(String files, String expected) throws IOException {
        Buffer content = Buffer.buffer();
        for (String name : files.split(" ")) {
            try (InputStream file = FieldFilesTest.class.getResourceAsStream("/files/" + name)) {
                content.appendBytes(file.readAllBytes());
            }
        }
        gateway.products.forget();
        HttpResponse<String> answer = gateway.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port + "/api/products/import"))
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(content.getBytes())));
        assertThat(answer.body()
                        .lines()
                        .map(JsonObject::new)
                        .filter(line -> !line.containsKey("file") && !line.containsKey("total"))
                        .map(FieldFilesTest::told)
                        .collect(joining(" | ")))
                .as("%s %s", answer, answer.body())
                .isEqualTo(expected);
    }

    private static String told(JsonObject line) {
        if (line.containsKey("outcome")) {
            boolean failed = line.getString("outcome").equals("failed");
            return line.getInteger("line") + " " + (failed ? line.getJsonObject("errors") : title(line));
        }
        return line.getString("message");
    }

    /** As it is stored. */
    private static String title(JsonObject line) {
        return new JsonObject(gateway.get("/api/products/" + line.getLong("id")).body()).getString("title");
    }
}
