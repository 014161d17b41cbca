package io.likewire.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.auth.keys.KeyRotation;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a start would refuse, and so a check of the settings. */
class AuthConfigTest {
    private static final String GOOD = "tulips-in-march-4711";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeAKey() throws IOException {
        KeyRotation.rotate(folder.resolve("auth.pem"));
    }

    @ParameterizedTest
    @CsvSource({
        "admin, password1, 'ADMIN_PASSWORD: This password is too common.'",
        "admin, short, 'ADMIN_PASSWORD: '",
        "gardener, i-am-the-gardener, 'ADMIN_PASSWORD: The password may not contain the username.'",
        "x, " + GOOD + ", 'ADMIN_USER: Use 3 to 64 letters'",
        "a b, , 'ADMIN_USER: Use 3 to 64 letters'"
    })
    void anAdministratorWhomNobodyCouldBeIsRefused(String user, String password, String line) {
        Map<String, String> settings = new HashMap<>(Map.of("ADMIN_USER", user));
        settings.put("ADMIN_PASSWORD", password == null ? "" : password);

        assertThatThrownBy(() -> read(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(line);
    }

    @Test
    void aResetNeedsAPasswordOrAPlaceForOne() {
        assertThatThrownBy(() -> read(Map.of("ADMIN_PASSWORD_RESET", "true")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("ADMIN_PASSWORD_RESET: set the new password in ADMIN_PASSWORD");
        String file = folder.resolve("admin-password").toString();
        assertThat(read(Map.of("ADMIN_PASSWORD_RESET", "true", "FIRST_PASSWORD_FILE", file))
                        .administrator()
                        .kept())
                .hasValue(Path.of(file));
        assertThat(read(Map.of("ADMIN_PASSWORD_RESET", "true", "ADMIN_PASSWORD", GOOD))
                        .administrator()
                        .password())
                .hasValue(GOOD);
    }

    private static AuthConfig read(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("AUTH_MYSQL_URI", "mysql://auth:x1@127.0.0.1:1/auth");
        all.put("AUTH_KEY_FILE", folder.resolve("auth.pem").toString());
        return AuthConfig.from(Environment.of(all));
    }
}
