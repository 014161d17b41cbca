package io.likewire.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The logger does what a check of the settings says. */
class LogSettingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'', '', '', json INFO WARN",
        "' ', ' ', ' ', json INFO WARN",
        "'text ', ' DEBUG', 'ERROR ', text DEBUG ERROR",
        "json, TRACE, INFO, json TRACE INFO"
    })
    void whatIsCheckedHolds(String format, String level, String cluster, String expected) throws JoranException {
        Map<String, String> given = Map.of("LOG_FORMAT", format, "LOG_LEVEL", level, "LOG_LEVEL_CLUSTER", cluster);

        assertThat(checked(given)).containsExactly(expected.split(" "));
        assertThat(logger(given)).containsExactly(expected.split(" "));
    }

    @Test
    void aFileMayNameALevelToo() throws IOException, JoranException {
        String file = Files.writeString(folder.resolve("level"), "ERROR\n").toString();
        Map<String, String> given = Map.of("LOG_LEVEL_FILE", file, "LOG_LEVEL", "DEBUG");

        assertThat(checked(given)).containsExactly("json", "ERROR", "WARN");
        assertThat(logger(given)).containsExactly("json", "ERROR", "WARN");
    }

    /** Nobody reads the one line that refuses it between thousands of others. */
    @Test
    void whatIsRefusedFloodsNoLog() throws JoranException {
        assertThat(logger(Map.of("LOG_LEVEL", "LOUD", "LOG_FORMAT", "xml", "LOG_LEVEL_CLUSTER_FILE", "/none")))
                .containsExactly("json", "INFO", "WARN");
    }

    private static List<String> checked(Map<String, String> given) {
        Environment environment = Environment.of(given);
        LogSettings.read(environment);
        return environment.effective().stream().map(Setting.Effective::value).toList();
    }

    /** Format, level and level of the cluster of the delivered configuration. */
    private static List<String> logger(Map<String, String> given) throws JoranException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        new TreeMap<>(given).forEach(context::putProperty);
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(LogSettingsTest.class.getResource("/logback.xml"));
            Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            String cluster = context.getLogger("com.hazelcast").getLevel().levelStr;
            return List.of(root.iteratorForAppenders().next().getName(), root.getLevel().levelStr, cluster);
        } finally {
            context.stop();
        }
    }
}
