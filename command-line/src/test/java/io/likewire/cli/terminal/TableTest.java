package io.likewire.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("ID", "TITLE", "LIKES").row(1, "Tea", 12).row(200, "🍵 tea", null);

        assertThat(table.lines()).containsExactly("ID   TITLE   LIKES", "1    Tea     12", "200  🍵 tea");
    }

    @Test
    void wideLettersTakeTwoColumnsAndMarksNone() {
        Table table = new Table("TITLE", "N")
                .row("緑茶", 1)
                .row("ｶﾌｪ ＡＢ", 2)
                .row("cre\u0300me", 3)
                .row("한글", 4);

        assertThat(table.lines())
                .containsExactly("TITLE     N", "緑茶      1", "ｶﾌｪ ＡＢ  2", "cre\u0300me     3", "한글      4");
        assertThat(new Table("TITLE").row("茶".repeat(40)).lines().get(1)).isEqualTo("茶".repeat(29) + "…");
    }

    /** Of several characters, which a terminal shows as one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u2764\uFE0F",
                "\u2764\uFE0F\u200D\uD83D\uDD25",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uD83C\uDFC3\u200D\u2642\uFE0F",
                "\uD83D\uDC4D\uD83C\uDFFD",
                "\uD83C\uDDE9\uD83C\uDDEA",
                "1\uFE0F\u20E3",
                "\u1112\u1161\u11AB"
            })
    void aPictureTakesTwoColumns(String picture) {
        Table table = new Table("TITLE", "N").row(picture, 1).row("tea", 2);
        assertThat(table.lines()).containsExactly("TITLE  N", picture + "     1", "tea    2");
        assertThat(new Table("TITLE").row(picture.repeat(40)).lines().get(1)).isEqualTo(picture.repeat(29) + "…");
    }

    @Test
    void longCellsAreCutAndHostileOnesAreHarmless() {
        Table table = new Table("TITLE").row("x".repeat(100)).row("\u001b[31mred");

        assertThat(table.lines().get(1)).hasSize(60).endsWith("x…");
        assertThat(table.lines().get(2)).isEqualTo("\\u001b[31mred");
    }

    @Test
    void aWholeTableCutsNothing() {
        assertThat(Table.whole("BODY").row("x".repeat(100)).lines().get(1)).hasSize(100);
    }
}
