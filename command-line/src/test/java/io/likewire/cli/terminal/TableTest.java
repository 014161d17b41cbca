package io.likewire.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
