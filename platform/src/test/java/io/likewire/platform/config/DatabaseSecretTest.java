package io.likewire.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As AWS makes it for a database. */
class DatabaseSecretTest {
    private static final String URI = "LIKES_MYSQL_URI";
    private final Map<String, String> secret = new HashMap<>(Map.of(
            "username", "likes", "password", "x/y@1$", "host", "db.example", "dbname", "likes 1/2", "engine", "mysql"));

    @Test
    void itIsTheUriOfAServiceAndOfNothingElse() {
        assertThat(find(URI)).isEqualTo("mysql://likes:x%2Fy%401%24@db.example:3306/likes%201%2F2");
        secret.put("port", "3307");
        assertThat(find(URI)).contains("@db.example:3307/");
        assertThat(find("LIKES_MYSQL_MIGRATIONS_URI")).isNull();
        assertThat(find("AMQP_URI")).isNull();
        secret.remove("host");
        assertThat(find(URI)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "aurora-mysql", "mariadb"})
    void theEngineMayBeOneOfOurs(String engine) {
        secret.put("engine", engine);
        assertThat(find(URI)).startsWith("mysql://likes:");
    }

    @Test
    void oneOfAnotherKindOfDatabaseIsRefused() {
        secret.put("engine", "postgres");
        assertThatThrownBy(() -> find(URI))
                .isInstanceOf(ConfigException.class)
                .hasMessage("LIKES_MYSQL_URI: expected a secret of mysql or mariadb, but its engine is 'postgres'");
    }

    /** Settings may be added to a secret that AWS has made and changes. */
    @Test
    void whatASecretNamesIsPreferredToWhatItIsMadeOf() {
        secret.put("AUTH_MYSQL_URI", "mysql://a@db/auth");
        assertThat(find("AUTH_MYSQL_URI")).isEqualTo("mysql://a@db/auth");
        assertThat(find(URI)).startsWith("mysql://likes:");
    }

    private String find(String name) {
        return new Sources(Map.of(), secret, Map.of()).find(name).orElse(null);
    }
}
