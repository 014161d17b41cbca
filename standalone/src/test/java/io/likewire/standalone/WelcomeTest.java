package io.likewire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.platform.config.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {
    @Test
    void addressesAndCommandsSpeakPlainHttpWithoutACertificate() {
        String text = Welcome.text(Environment.of(Map.of("HTTP_PORT", "8081")));

        assertThat(text)
                .contains("Likewire is running: http://localhost:8081  (")
                .doesNotContain("https:");
        assertThat(commands(text)).hasSize(3).allMatch(line -> line.startsWith("curl -s "));
    }

    @Test
    void addressesAndCommandsSpeakHttpsWithOne() {
        Environment environment = Environment.of(Map.of("TLS_CERT_FILE", "shop.pem", "HTTP_HOST", "shop.example"));
        String text = Welcome.text(environment);

        assertThat(text)
                .contains("Likewire is running: https://shop.example:8080  (")
                .doesNotContain("http:");
        assertThat(commands(text))
                .hasSize(3)
                .allMatch(line -> line.startsWith("curl -sk ") && line.contains("https://shop.example:8080/api/"));
    }

    @Test
    void itSaysWhereThePasswordIsOrHowToGetAnother(@TempDir Path data) throws IOException {
        Path file = data.resolve("admin-password");
        Environment environment = Environment.of(Map.of("FIRST_PASSWORD_FILE", file.toString()));
        assertThat(Welcome.text(environment)).contains(" A lost password: ADMIN_PASSWORD_RESET=true ./run\n");

        Files.writeString(file, "secret");
        assertThat(Welcome.text(environment))
                .contains(" The password of admin is in " + file + " until the first login.\n");
    }

    private static List<String> commands(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl "))
                .toList();
    }
}
