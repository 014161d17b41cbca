package io.likewire.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseOptionsTest {
    private static final String SERVICE = "mysql://likes:aB3@database/likes";

    @Test
    void oneAccountDoesEverythingUnlessAnotherIsGiven() {
        DatabaseOptions options = from(Map.of("LIKES_MYSQL_URI", SERVICE));

        assertThat(options.migrations()).isEqualTo(options.service()).hasToString(SERVICE);
        assertThat(options.migrationsVariable()).isEqualTo("LIKES_MYSQL_URI");
    }

    @Test
    void migrationsMayHaveAnAccountOfTheirOwn() {
        String migrations = "mysql://likes_migrations:cD4@primary.database/likes";

        DatabaseOptions options = from(Map.of("LIKES_MYSQL_URI", SERVICE, "LIKES_MYSQL_MIGRATIONS_URI", migrations));

        assertThat(options.service()).hasToString(SERVICE);
        assertThat(options.migrations()).hasToString(migrations);
        assertThat(options.migrationsVariable()).isEqualTo("LIKES_MYSQL_MIGRATIONS_URI");
    }

    @Test
    void butInTheSameDatabase() {
        assertThatThrownBy(() -> from(
                        Map.of("LIKES_MYSQL_URI", SERVICE, "LIKES_MYSQL_MIGRATIONS_URI", "mysql://a:b7@database/like")))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "LIKES_MYSQL_MIGRATIONS_URI: expected the database of LIKES_MYSQL_URI, 'likes', but got 'like'");
    }

    private static DatabaseOptions from(Map<String, String> settings) {
        return DatabaseOptions.from(Environment.of(settings), "LIKES_MYSQL_URI");
    }
}
