package io.likewire.gateway.resources.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTextTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String FILE = "title\timage\r\nGrüner Tee\t/t.svg\r\nCrème brûlée – 5 €\t/c.svg\r\n";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', utf-8",
        "UTF-8, \uFEFF, utf-8",
        "UTF-16LE, \uFEFF, utf-16le",
        "UTF-16BE, \uFEFF, utf-16be",
        "windows-1252, '', windows-1252"
    })
    void aFileIsReadAsWhatItIs(String charset, String mark, String told) {
        byte[] file = (mark + FILE).getBytes(Charset.forName(charset));
        assertThat(Rows.of(file)).containsExactly("2 Grüner Tee", "3 Crème brûlée – 5 €");
        assertThat(ProductFile.of(Buffer.buffer(file), false).encoding()).isEqualTo(told);
    }

    @Test
    void jsonIsReadInTheSameWays() {
        String line = "{\"title\":\"Grüner Tee\",\"image\":\"/t.svg\"}\n";
        assertThat(Rows.of(line, ISO_8859_1)).containsExactly("1 Grüner Tee");
        assertThat(Rows.of("\uFEFF" + line + "\uFEFF" + line, UTF_8)).containsExactly("1 Grüner Tee", "2 Grüner Tee");
        assertThat(Rows.of("\uFEFF[" + line + "]", UTF_16LE)).containsExactly("1:2 Grüner Tee");
    }

    @Test
    void twoEncodingsInOneFileAreNone() {
        Buffer mixed = Buffer.buffer(FILE.getBytes(UTF_8)).appendBytes("Käse\t/k.svg".getBytes(WINDOWS));
        refused(mixed.getBytes(), "Line 4: not utf-8. Save the whole file as UTF-8.");
        refused(
                Buffer.buffer(FILE.getBytes(UTF_8)).appendByte((byte) 0xc3).getBytes(),
                "Line 4: not utf-8. Save the whole file as UTF-8.");
    }

    @Test
    void bytesThatAreNoLettersAreRefused() {
        refused(
                "title,image\nT\u0081a,/t.svg".getBytes(ISO_8859_1),
                "Line 2: not utf-8. Save the whole file as UTF-8.");
        refused(
                "\u00ff\u00fet\0i\0\u0000\u00d8".getBytes(ISO_8859_1),
                "Line 1: not utf-16le. Save the whole file as UTF-8.");
        refused(
                "title,image\n\nT\0a,/t".getBytes(UTF_8),
                "Line 3: not text. Save a spreadsheet as CSV, encoded as UTF-8.");
    }

    @Test
    void whatIsKnownIsNamed() {
        String spreadsheet = "This file is a spreadsheet or an archive. Export it as CSV, encoded as UTF-8.";
        refused("PK\3\4\24\0\u0090\u00ff".getBytes(ISO_8859_1), spreadsheet);
        refused("\u00d0\u00cf\u0011\u00e0\u00a1".getBytes(ISO_8859_1), spreadsheet);
        String utf16 = "This file looks like UTF-16 without a byte order mark. Save it as UTF-8.";
        refused(FILE.getBytes(UTF_16BE), utf16);
        refused(FILE.getBytes(UTF_16LE), utf16);
        refused("[{\"title\":\"\u4e00\u8336\"}]".getBytes(UTF_16LE), utf16);
    }

    @Test
    void theMarksOfAFileAreNoText() {
        assertThat(Rows.of("\uFEFF\uFEFF" + FILE, UTF_8)).hasSize(2);
        assertThat(Rows.of("\uFEFF\uFEFF[{\"title\":\"a\"}]", UTF_8)).containsExactly("1:2 a");
    }

    @Test
    void whatWasLostBeforeIsNotMade() {
        assertThat(Rows.of("title,image\nGr\uFFFDner Tee,/t.svg\nTea,/t.svg", UTF_8))
                .containsExactly("2 Letters were lost before: there is U+FFFD in their place.", "3 Tea");
    }

    private static void refused(byte[] file, String sentence) {
        assertThatThrownBy(() -> Rows.of(file)).hasMessage(sentence);
    }
}
