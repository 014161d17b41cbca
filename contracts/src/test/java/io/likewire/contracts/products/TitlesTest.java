package io.likewire.contracts.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {
    @Test
    void theSameLettersAreTheSameTitle() {
        assertThat(title("Cre\u0300me bru\u0302le\u0301e")).isEqualTo("Cr\u00e8me br\u00fbl\u00e9e");
        assertThat(title("\u1100\u1161")).isEqualTo("\uac00");
        assertThat(SearchText.parse("cre\u0300me").words()).containsExactly("cr\u00e8me");
        assertThat(title("e\u0301".repeat(200))).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\u00a0",
                "\u200b\u200d\ufeff",
                "\u3000\u2028",
                "\u2800",
                "\u3164",
                "\u115f\u1160",
                "\u00ad",
                "\u2060",
                "\u202e\u2066",
                "\ufe0f",
                "\u034f",
                "\u180e",
                "\udb40\udd00",
                "\udb40\udc20"
            })
    void whatShowsNothingIsNoTitle(String title) {
        assertThatThrownBy(() -> title(title))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.errors())
                        .isEqualTo(Map.of("title", List.of("This field may not be blank."))));
    }

    @Test
    void blanksAroundAreTrimmedAndJoinersWithinStay() {
        assertThat(title("\u00a0\u3000Tea\u2007\n")).isEqualTo("Tea");
        assertThat(title("\ud83d\udc69\u200d\ud83c\udf3e")).isEqualTo("\ud83d\udc69\u200d\ud83c\udf3e");
        assertThat(title("\u2764\ufe0f")).isEqualTo("\u2764\ufe0f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!", "\u200b", "\ud83c\udf75", "-"})
    void aSearchSaysWhatItNeeds(String text) {
        assertThatThrownBy(() -> SearchText.parse(text))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.errors())
                        .isEqualTo(Map.of("q", List.of("Enter a letter or number."))));
    }

    @Test
    void whatShowsNothingIsNoEndOfAWord() {
        assertThat(SearchText.parse("foot\u00adball\u200b te\u2060a").words()).containsExactly("football", "tea");
        assertThat(SearchText.parse("tea\u200b").open()).isTrue();
    }

    private static String title(String title) {
        return ProductDraft.parse(new JsonObject().put("title", title).put("image", "/t"))
                .title();
    }
}
