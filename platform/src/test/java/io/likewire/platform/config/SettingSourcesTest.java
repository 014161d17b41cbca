package io.likewire.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingSourcesTest {
    private static final String URI = "amqp://likes:aB3xq9@broker:5672/likewire";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {URI, URI + "\n", URI + "\r\n"})
    void aSettingMayStandInAFile(String content) {
        Environment environment = Environment.of(Map.of("AMQP_URI_FILE", file(content)));

        assertThat(environment.amqpUri("AMQP_URI")).hasToString(URI);
    }

    @Test
    void onlyOneNewlineAtTheEndIsNotPartOfAValue() {
        assertThat(Environment.of(Map.of("TOKEN_FILE", file(" a b \n\n"))).text("TOKEN"))
                .hasValue(" a b \n");
    }

    @Test
    void theFileWinsOverTheVariable() {
        Environment environment = Environment.of(Map.of("AMQP_URI_FILE", file(URI), "AMQP_URI", "amqp://other"));

        assertThat(environment.text("AMQP_URI")).hasValue(URI);
    }

    @Test
    void aFileThatCannotBeReadIsSaidInOneLine() {
        String none = folder.resolve("none").toString();

        assertThatThrownBy(() -> Environment.of(Map.of("AMQP_URI_FILE", none, "AMQP_URI", URI))
                        .text("AMQP_URI"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("AMQP_URI_FILE: can't read '" + none + "'");
    }

    @Test
    void anEmptyFileIsNoSecret() {
        String empty = file("\n");

        assertThatThrownBy(() -> Environment.of(Map.of("AMQP_URI_FILE", empty)).text("AMQP_URI"))
                .hasMessage("AMQP_URI_FILE: '" + empty + "' is empty");
    }

    @Test
    void aSettingThatIsAPathStaysOne() {
        Environment environment =
                Environment.of(Map.of("VISITOR_KEY_FILE", "/run/key", "VISITOR_KEY_FILE_FILE", "/none"));

        assertThat(environment.path("VISITOR_KEY_FILE")).hasValue(Path.of("/run/key"));
    }

    @Test
    void whatTheProgramDecidesWinsOverAll() {
        Environment environment = Environment.of(Map.of("AMQP_URI_FILE", file(URI)));

        assertThat(environment.with("AMQP_URI", "amqp://embedded").text("AMQP_URI"))
                .hasValue("amqp://embedded");
    }

    private String file(String content) {
        try {
            return Files.writeString(folder.resolve("secret"), content).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
