package io.likewire.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventsReferenceTest {
    private static final Path PAGE = Path.of("../docs/events-reference.md");
    private static final String ANEW = "mvn test -pl contracts -Dtest=EventsReferenceTest -Dlikewire.docs.write=true";

    @Test
    void thePageIsTheOneThatTheFileMakes() throws IOException {
        String made = EventsReference.of(AsyncApi.CURRENT);
        if (Boolean.getBoolean("likewire.docs.write")) {
            Files.writeString(PAGE, made);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/events-reference.md is made from asyncapi.yaml; to write it anew: %s", ANEW)
                .isEqualTo(made);
    }

    @Test
    void itNamesEveryExchangeQueueAndEvent() {
        String made = EventsReference.of(AsyncApi.CURRENT);

        BrokerLayout.EXCHANGES.forEach(exchange -> assertThat(made).contains("| `" + exchange.name() + "` |"));
        BrokerLayout.CONSUMED.forEach(queue -> assertThat(made).contains("| `" + queue.name() + "` |"));
        for (EventType type : EventType.values()) {
            assertThat(made).contains("## " + type.wireName(), "`" + type.routingKey() + "`");
        }
    }
}
