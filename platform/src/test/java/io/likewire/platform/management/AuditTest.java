package io.likewire.platform.management;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.likewire.servers.testing.LoggedLines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AuditTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();

    @AutoClose
    private final LoggedLines lines = new LoggedLines(Audit.LOGGER);

    @AfterEach
    void leave() {
        root.setLevel(level);
    }

    @Test
    void aLineSaysWhoDidWhatAndWhatCameOfIt() {
        Audit.record("messages.replay", "127.0.0.1", "done", Map.of("queue", "likewire.parked", "count", "3"));

        ILoggingEvent line = lines.all().get(0);
        assertThat(line.getFormattedMessage()).isEqualTo("messages.replay by 127.0.0.1: done");
        assertThat(line.getKeyValuePairs().stream().map(pair -> pair.key + "=" + pair.value))
                .isEqualTo(List.of(
                        "event=messages.replay",
                        "actor=127.0.0.1",
                        "outcome=done",
                        "count=3",
                        "queue=likewire.parked"));
    }

    @Test
    void itIsWrittenHoweverQuietTheOthersAre() {
        root.setLevel(Level.OFF);

        Audit.record("messages.drop", "127.0.0.1", "done", Map.of());

        assertThat(lines.all()).hasSize(1);
    }
}
