package io.likewire.gateway.resources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aFileHasOneSeparatorAndTheOthersAreText(String separator) {
        String others = ",;\t".replace(separator, "").strip();
        String row = "Kaffee" + others + " 500 g" + separator + "/c.svg\r\n";
        assertThat(Rows.of("title" + separator + "image\r\n" + row)).containsExactly("2 Kaffee" + others + " 500 g");
        assertThat(Rows.of("Image" + separator + " TITLE \r\n/c.svg" + separator
                        + "Tea, green; loose".replace(separator, "")))
                .containsExactly("2 " + "Tea, green; loose".replace(separator, ""));
    }

    @Test
    void aRowWithAnotherSeparatorIsNoRowOfThisFile() {
        assertThat(Rows.of("title,image\nTea;/tea.svg\n")).containsExactly("2 Tea;/tea.svg");
        assertThat(Rows.of("title;image\nTea;/tea.svg;more\nTea;/tea.svg;;\n"))
                .containsExactly("2 Expected 2 fields, as in the first row, but got 3.", "3 Tea");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            quoteCharacter = '\0',
            value = {
                "sep=;\\r\\ntitle;image\\r\\nTea, green;x/;",
                "SEP=|\\ntitle|image\\n\\nTea, green|x/|",
                "sep=;;;\\ntitle;image;\\nTea, green;x;/;",
                "\"sep=;\"\\ntitle;image\\nTea, green;x/;"
            })
    void aFirstLineMayNameTheSeparator(String file, String separator) {
        String text = file.replace("\\r", "\r").replace("\\n", "\n");
        assertThat(Rows.of(text)).containsExactly((separator.equals("|") ? 4 : 3) + " Tea, green");
        assertThat(ProductFile.of(Buffer.buffer(text), false).separator()).isEqualTo(separator);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '\0',
            value = {
                "title,image|\"Tea\" green,/tea.svg|Plain,/c.svg                   ! Line 2: unexpected quote",
                "title,image|\"Plate 12 inch,/tea.svg|Plain,/c.svg|                ! Line 2: unexpected quote",
                "title,image|Plain,/c.svg||\"Plate 12 inch,/tea.svg|\"Cup\",/c.svg ! Line 4: unexpected quote",
                "title,image|Plain,/c.svg|Cup,\"                                   ! Line 3: unexpected quote",
                "sep=,|title,image|\"Tea\" green,/tea.svg                          ! Line 3: unexpected quote",
                "\"title,image|Tea,/tea.svg                                        ! Line 1: unexpected quote",
                "title,image,title|Tea,/tea.svg,Coffee                             ! This column is there twice: title",
                "ID,Name,Images|1,Tea,/tea.svg                                     ! Missing column: title, image",
                "title,image|||,,,,                                                ! This file contains no products."
            })
    void aFileThatNobodyUnderstandsIsRefusedWithItsLine(String file, String sentence) {
        assertThatThrownBy(() -> Rows.of(file.replace("|", "\r\n"))).hasMessage(sentence);
    }

    @Test
    void quotesMayBeDoubledOrStandInAText() {
        assertThat(Rows.of(
                        "title,image\r\nPlate 12\",/t.svg\r\n\"Plate \"\"10\"\"\",/c.svg\r\n\u00a0\"Tea\",/c.svg\r\n"))
                .containsExactly(
                        "2 Plate 12\"", "3 Plate \"10\"", "4 Unexpected quote behind a sign that shows nothing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void blanksAroundQuotesAreNoText(String separator) {
        String file = "\"title\" , \"image\"\n \"Tea, green\"  ,/t\n  \" Tea \", \"/t\" \n\" , \"  ,/t\n";
        assertThat(Rows.of(file.replace(",", separator)))
                .containsExactly("2 Tea, green".replace(",", separator), "3  Tea ", "4  , ".replace(",", separator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\uFEFF", "\u200b", " \u3000"})
    void whatShowsNothingIsNoPartOfAColumnsName(String sign) {
        assertThat(Rows.of(sign + "Title" + sign + "," + sign + "image" + sign + "\nTea,/t"))
                .containsExactly("2 Tea");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesAreThoseOfTheFile(String end) {
        String file = "|title,image,description|Good,/tea.svg,\"two|lines\"||,,|  |Bad,nowhere|";
        assertThat(Rows.of(file.replace("|", end))).containsExactly("3 Good", "8 Bad");
    }

    @Test
    void whatASpreadsheetWritesIsText() {
        assertThat(Rows.of("\uFEFFtitle,image,,,\r\n1E+11,/t.svg,,,\r\n007,/c.svg,,,\r\n,,,,\r\n"))
                .containsExactly("2 1E+11", "3 007");
    }

    /** Each would be an object of its own in memory. */
    @Test
    void aRowWithoutEndIsNotKept() {
        String start = "title,image\nTea,/t.svg" + ",".repeat(100_000);
        assertThat(Rows.of(start + "\nCup,/c.svg")).containsExactly("2 Tea", "3 Cup");
        assertThat(Rows.of(start + "x\nCup,/c.svg")).containsExactly("2 More than 1000 fields.", "3 Cup");
        assertThatThrownBy(() -> Rows.of(start + "\"x\nCup,/c.svg")).hasMessageStartingWith("Line ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            value = {"'=1+1,=1+1", "'''=1+1,''=1+1", "'-5 °C,-5 °C", "'tis tea,'tis tea", "''x,''x"})
    void theGuardOfAnExportIsTakenOff(String written, String title) {
        assertThat(Rows.of("title;image\n" + written + ";/t.svg")).containsExactly("2 " + title);
    }
}
