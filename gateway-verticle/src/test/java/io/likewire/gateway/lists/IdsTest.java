package io.likewire.gateway.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @Test
    void digitsBelowTwoToTheSixtyThirdAreIds() {
        assertThat(Ids.parse("1", 0)).isEqualTo(1);
        assertThat(Ids.parse("likes.42", 6)).isEqualTo(42);
        assertThat(Ids.parse("9223372036854775807", 0)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "01",
                "-1",
                "+1",
                "1.0",
                "a",
                " 1",
                "1 ",
                "١",
                "9223372036854775808",
                "9999999999999999999",
                "18446744073709551617"
            })
    void nothingElseIs(String text) {
        assertThat(Ids.parse(text, 0)).isEqualTo(Ids.NONE);
    }
}
