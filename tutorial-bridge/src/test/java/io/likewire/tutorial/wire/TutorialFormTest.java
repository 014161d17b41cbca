package io.likewire.tutorial.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.events.MalformedEvent;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.tutorial.wire.TutorialForm.Product;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expected here was printed by the tutorial's services, or by Python. */
class TutorialFormTest {
    @Test
    void aProductIsPrintedAsTheTutorialDoes() {
        assertThat(TutorialForm.product(1, "Tea", "https://x/y.png", 0))
                .hasToString("{\"id\": 1, \"title\": \"Tea\", \"image\": \"https://x/y.png\", \"likes\": 0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Tee für zwei   | \"Tee f\\u00fcr zwei\"",
                "茶             | \"\\u8336\"",
                "🍵             | \"\\ud83c\\udf75\"",
                "say \"tea\"      | \"say \\\"tea\\\"\"",
                "a\\b           | \"a\\\\b\"",
                "a/b            | \"a/b\"",
            })
    void textIsPrintedAsPythonDoes(String text, String printed) {
        assertThat(PythonJson.string(text)).isEqualTo(printed);
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(PythonJson.string("\n\r\t\b\f\u0001\u007f")).isEqualTo("\"\\n\\r\\t\\b\\f\\u0001\\u007f\"");
    }

    @Test
    void deletionsAreStringsAndLikesNumbers() {
        assertThat(TutorialForm.deletion(7)).hasToString("\"7\"");
        assertThat(TutorialForm.like(7)).hasToString("7");
    }

    @Test
    void whatIsPrintedIsRead() {
        Buffer printed = TutorialForm.product(7, "Grüner \"Tee\"", "/tea.svg", 3);

        assertThat(TutorialForm.readProduct(printed))
                .isEqualTo(new Product(7, new ProductDraft("Grüner \"Tee\"", "/tea.svg"), 3));
        assertThat(TutorialForm.readId(Buffer.buffer("7"))).isEqualTo(7);
        assertThat(TutorialForm.readId(Buffer.buffer("\"7\""))).isEqualTo(7);
    }

    /** So that both sides compare the same letters, however one of them typed these. */
    @Test
    void aTitleIsReadInTheFormThatOursHave() {
        Buffer theirs = TutorialForm.product(7, "Cre\u0300me bru\u0302le\u0301e", "/t", 0);
        Buffer ours = TutorialForm.product(7, "Cr\u00e8me br\u00fbl\u00e9e", "/t", 0);
        assertThat(TutorialForm.readProduct(theirs))
                .isEqualTo(TutorialForm.readProduct(ours))
                .extracting(product -> product.draft().title())
                .isEqualTo("Cr\u00e8me br\u00fbl\u00e9e");
    }

    @Test
    void aListOfTheTutorialIsReadRowByRow() throws IOException {
        try (InputStream file = TutorialFormTest.class.getResourceAsStream("/files/tut03_products.json")) {
            JsonArray rows = new JsonArray(Buffer.buffer(file.readAllBytes()));
            assertThat(TutorialForm.product(rows.getValue(0)))
                    .isEqualTo(new Product(9001, new ProductDraft("Tea", "https://pictures.example/tea.png"), 2));
            assertThatThrownBy(() -> TutorialForm.product(rows.getValue(1)))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.errors())
                            .containsOnlyKeys("image"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0",
                "-1",
                "1.5",
                "null",
                "[1]",
                "{}",
                "\"abc\"",
                "9007199254740993",
                "99999999999999999999",
                "true"
            })
    void whatIsNoIdIsMalformed(String body) {
        assertThatThrownBy(() -> TutorialForm.readId(Buffer.buffer(body))).isInstanceOf(MalformedEvent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "{}",
                "{\"id\":7,\"title\":\"\",\"image\":\"/x\"}",
                "{\"id\":0,\"title\":\"Tea\",\"image\":\"/x\"}",
                "{\"id\":7,\"title\":\"Tea\",\"image\":\"javascript:alert(1)\"}",
                "{\"id\":7,\"title\":\"Tea\",\"image\":\"/x\",\"likes\":-1}",
                "{\"id\":7,\"title\":7,\"image\":\"/x\"}"
            })
    void whatIsNoProductOfOursIsMalformed(String body) {
        assertThatThrownBy(() -> TutorialForm.readProduct(Buffer.buffer(body))).isInstanceOf(MalformedEvent.class);
    }
}
