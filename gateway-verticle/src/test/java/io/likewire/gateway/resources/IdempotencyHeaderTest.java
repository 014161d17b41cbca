package io.likewire.gateway.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyHeaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"k-1\"|k-1",
                "k-1|k-1",
                "8e03978e-40d5-43dd-bc93-6894a57f9324|8e03978e-40d5-43dd-bc93-6894a57f9324",
                "\"two words\"|two words",
                "\"a\\\"b\\\\c\"|a\"b\\c",
                "\"a,b;c\"|a,b;c",
                "\"k-1\";v=2|k-1",
                "a=b/c+d==|a=b/c+d==",
                ":YWJj:|:YWJj:"
            })
    void quotesAreNotPartOfTheKey(String header, String key) {
        assertThat(IdempotencyHeader.parse(header)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "\"",
                "\"abc",
                "abc\"",
                "a b",
                "a,b",
                "a;b",
                "a\\b",
                "\"a\\b\"",
                "\"a\\",
                "\"a\"b",
                "\"a\", \"b\"",
                "\"é\"",
                "é",
                "\"a\tb\"",
                "\"a\u0000\"",
                "a\u007f",
                "\"🍵\""
            })
    void whatIsNoKeyIsRefused(String header) {
        assertThatThrownBy(() -> IdempotencyHeader.parse(header)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(ProblemType.INVALID);
            assertThat(refusal.errors()).containsOnlyKeys("Idempotency-Key");
        });
    }

    @Test
    void aKeyHasAtMost255Characters() {
        String longest = "k".repeat(255);

        assertThat(IdempotencyHeader.parse(longest)).isEqualTo(longest);
        assertThat(IdempotencyHeader.parse('"' + "\\\"".repeat(255) + '"')).isEqualTo("\"".repeat(255));
        assertThatThrownBy(() -> IdempotencyHeader.parse(longest + "k")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> IdempotencyHeader.parse('"' + longest + "k\"")).isInstanceOf(Refusal.class);
    }
}
