package io.likewire.gateway.resources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
    @Test
    void eachRowOfAnArrayHasItsPlace() {
        assertThat(Rows.of("[\n {\"title\":\"a\"}, {\"title\":{\"rendered\":\"b\"}},\n7, null,[{}]]\n"))
                .containsExactly(
                        "2:2 a",
                        "2:17 {}",
                        "3:1 Expected a JSON object.",
                        "3:4 Expected a JSON object.",
                        "3:9 Expected a JSON object.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '\0',
            value = {
                "[{ ! Line 1, column",
                "[{}] rubbish ! Line 1, column",
                "[{}|{}] ! Line 2, column",
                "[{},|{\"title\":\"a\",\"title\":\"b\"}] ! Line 2, column",
                "[{},] ! Line 1, column",
                "\u3000[{}] ! Line 1, column",
                "\u2028[{}] ! Line 1, column",
                "~[{}] ! Line 1, column",
                "[] ! This file contains no products.",
                "  ! This file contains no products."
            })
    void anArrayThatIsNotJsonIsRefused(String file, String sentence) {
        assertThatThrownBy(() ->
                        Rows.of((file == null ? "" : file).replace("|", "\n").replace("~", "\f")))
                .hasMessageStartingWith(sentence);
    }

    @Test
    void theMarkOfAnEmptyFileWithinAFileIsNoRow() {
        assertThat(Rows.of("{\"title\":\"a\"}\n\uFEFF\n\uFEFF{\"title\":\"b\"}\n"))
                .containsExactly("1 a", "3 b");
    }

    @Test
    void aBrokenLineSaysNothingAboutTheOthers() {
        String one = "{\"title\":\"a\"}";
        assertThat(Rows.of("\n" + one + "\n" + one + one + "\n\n" + one + " rubbish\n{\"title\":\n[]\n" + one))
                .containsExactly(
                        "2 a",
                        "3 Malformed JSON.",
                        "5 Malformed JSON.",
                        "6 Malformed JSON.",
                        "7 Expected a JSON object.",
                        "8 a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\"", "\"title\":\"a\",\"image\":\"/t\"}", "[\"title,image\"", "rubbish", "{}}"})
    void aBrokenFirstLineSaysNothingAboutTheOthers(String line) {
        String one = "{\"title\":\"a\"}";
        assertThat(Rows.of(line + "\n\n" + one + "\n" + one + "\n")).containsExactly("1 Malformed JSON.", "3 a", "4 a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\n \"title\": \"a\"\n}\n{\n \"title\": \"b\"\n}\n", "\n{\"title\":\n\"a\"}"})
    void anObjectOverSeveralLinesIsNamed(String file) {
        assertThatThrownBy(() -> Rows.of(file))
                .hasMessageMatching(
                        "Line [12]: an object over several lines. Write each in one line, or all as an array.");
    }

    /** Three bytes of a file would be some hundred in memory. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":[%s{}]}", "{\"other\":[%s{}]}", "[%s{}]"})
    void aRowWithoutEndIsNotKept(String row) {
        String endless = String.format(Locale.ROOT, row, "{},".repeat(20_000));
        assertThatThrownBy(() -> Rows.of("[{},\n" + endless + "]"))
                .hasMessageMatching("Line 2, column \\d+: a row has too many values");
        assertThat(Rows.of("{\"title\":\"a\"}\n" + endless + "\n{\"title\":\"b\"}"))
                .containsExactly("1 a", "2 More than 10000 values.", "3 b");
    }

    @Test
    void whatCannotBeWrittenIsLeftOut() {
        ImportRow row = ProductFile.of(Buffer.buffer("[{\"id\":7,\"likes\":3,\"version\":1,\"title\":\"a\"}]"), false)
                .open()
                .next();
        assertThat(row.fields().fieldNames()).containsExactlyInAnyOrder("id", "title");
    }
}
