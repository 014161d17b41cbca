package io.likewire.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void ordinaryTextInAnyLanguageStaysAsItIs() {
        assertThat(Printable.of("Grüner Tee, 緑茶 🍵")).isEqualTo("Grüner Tee, 緑茶 🍵");
    }

    @Test
    void whatMovesTheCursorOrTurnsTextIsShownAsItsNumber() {
        assertThat(Printable.of("\u001b[2Jtea\r\n\u009b1m\u007f"))
                .isEqualTo("\\u001b[2Jtea\\u000d\\u000a\\u009b1m\\u007f");
        assertThat(Printable.of("a\u202eb\u2066c\u200fd\u2028")).isEqualTo("a\\u202eb\\u2066c\\u200fd\\u2028");
    }
}
