package io.likewire.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void eachIsShownAsItHolds() throws IOException {
        Path file = Files.writeString(folder.resolve("user"), "ann\n");
        Environment environment = Environment.of(Map.of("ADMIN_USER_FILE", file.toString(), "HTTP_HOST", "::1"))
                .with("HTTP_PORT", "0");
        environment.text("ADMIN_USER", "admin");
        environment.text("HTTP_HOST", "127.0.0.1");
        environment.port("HTTP_PORT", 8080);
        environment.flag("TUTORIAL_MODE", false);
        environment.text("TRUSTED_PROXIES", "");
        environment.text("TLS_KEY_FILE");

        assertThat(environment.effective())
                .extracting(Setting.Effective::toString)
                .containsExactly(
                        "ADMIN_USER=ann",
                        "HTTP_HOST=::1",
                        "HTTP_PORT=0",
                        "TUTORIAL_MODE=false",
                        "TRUSTED_PROXIES is not set",
                        "TLS_KEY_FILE is not set");
    }

    @Test
    void theQuestionThatKnowsMostIsKept() {
        Environment environment = Environment.of(Map.of());
        environment.text("SOCKETS_MAX");
        environment.number("SOCKETS_MAX", 20_000, 1, 1_000_000);
        environment.text("SOCKETS_MAX");

        assertThat(environment.asked()).containsExactly(new Setting("SOCKETS_MAX", "20000", "1 to 1000000", false));
    }

    @ParameterizedTest
    @CsvSource({
        "LIKES_MYSQL_URI, mysql://likes:p%40ss:w/rd@db:3306/likes?sslMode=VERIFY_CA, mysql://likes:***@db:3306/likes?sslMode=VERIFY_CA",
        "AMQP_URI, amqps://likes:a@b@mq/x, amqps://likes:***@mq/x",
        "ADMIN_PASSWORD, tulips, ***",
        "HTTP_HOST, 127.0.0.1, 127.0.0.1"
    })
    void passwordsAreNotShown(String name, String value, String shown) {
        Environment environment = Environment.of(Map.of(name, value));
        environment.text(name);

        assertThat(environment.effective())
                .singleElement()
                .extracting(Setting.Effective::value)
                .isEqualTo(shown);
    }
}
