package io.likewire.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a released version told anybody is taken back. */
class ReleasedTest {
    static List<Path> released() {
        assertThat(AsyncApi.released()).isNotEmpty();
        return AsyncApi.released();
    }

    @Test
    void theLastReleaseOfTheChangelogIsKept() throws IOException {
        List<String> kept = released().stream()
                .map(version -> version.getFileName().toString())
                .toList();

        assertThat(Pattern.compile("(?m)^## \\[(\\d+\\.\\d+)")
                        .matcher(Files.readString(Path.of("../CHANGELOG.md")))
                        .results()
                        .map(release -> release.group(1))
                        .limit(1))
                .isSubsetOf(kept);
    }

    @ParameterizedTest
    @MethodSource("released")
    void theFileOnlyAddsToThatOf(Path version) {
        assertThat(WireChanges.breaches(AsyncApi.in(version), AsyncApi.CURRENT)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("released")
    void ourReadersReadTheSamplesOf(Path version) {
        AsyncApi released = AsyncApi.in(version);
        List<EventType> types = released.messages().keySet().stream()
                .flatMap(name -> EventType.ofWireName(name).stream())
                .toList();

        assertThat(types).hasSizeGreaterThanOrEqualTo(4).allSatisfy(type -> {
            Buffer sample = released.sample(type.wireName());
            assertThat(Samples.read(type, sample)).hasToString(sample.toString());
        });
    }

    @ParameterizedTest
    @MethodSource("released")
    void ourSamplesSuitTheSchemasOf(Path version) {
        AsyncApi.in(version).messages().forEach((name, message) -> EventType.ofWireName(name)
                .ifPresent(type ->
                        Samples.suits(AsyncApi.CURRENT.sample(name).toJsonObject(), message.getJsonObject("payload"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    address: product.created | address: product.made | exchange likewire.events, key product.created is gone
                    address: likes.product-events | address: likes.products | queue likes.product-events is gone
                    name: product_deleted    | name: product_gone    | has lost messages
                    alternate-exchange: likewire.unrouted | alternate-exchange: nowhere | its declared form
                    x-queue-type: quorum     | x-queue-type: classic | its arguments
                    type: topic              | type: direct          | its declared form
                    contentType: application/json | contentType: text/json | its content type
                    traceparent:             | tracestate:           | product_created headers: the key traceparent is gone
                    '- cloudEvents:time'     | '- traceparent'       | the key cloudEvents:time is no longer required
                    const: /likewire/likes   | const: /other/likes   | headers.cloudEvents:source: const was
                    [message_id, type,       | [message_id,          | the key type is no longer required
                    messageType: product_created | messageType: made | product_created: its type
                    """)
    void aChangeOfTheFileIsRefused(String before, String now, String breach) {
        AsyncApi file = AsyncApi.CURRENT;
        AsyncApi changed = AsyncApi.changed(file.folder(), text -> text.replace(before, now));

        assertThat(WireChanges.breaches(file, changed)).isNotEmpty().anyMatch(said -> said.contains(breach));
    }
}
