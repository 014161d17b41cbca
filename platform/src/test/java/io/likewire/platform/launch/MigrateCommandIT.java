package io.likewire.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.platform.config.Environment;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.DatabaseOptions;
import io.likewire.platform.launch.Service.DefaultPorts;
import io.likewire.platform.launch.Service.Schema;
import io.likewire.servers.testing.LeastRights;
import io.likewire.servers.testing.LoggedLines;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MigrateCommandIT {
    private static final Service SERVICE = new Service(
            "test", new DefaultPorts(0, 1), new Schema("TEST_MYSQL_URI", "db/test"), environment -> node -> null);

    private final Vertx vertx = Vertx.vertx();
    private final LeastRights rights = LeastRights.in("migrate");

    @AutoClose
    private final LoggedLines log = new LoggedLines("io.likewire.platform.database.Migrations");

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aServiceWithoutRightsToTablesWaitsUntilTheCommandHasMadeThem() {
        Future<Void> service = starts();
        await("it says what it waits for").until(() -> !log.all().isEmpty());
        assertThat(service.isComplete()).isFalse();

        assertThat(migrate(rights.migrations().toString())).isZero();

        service.await();
        assertThat(migrate(rights.migrations().toString())).isZero();
        starts().await();
    }

    @Tag("full")
    @Test
    void whatTheServerRefusesEndsItWithTwo() {
        assertThat(migrate(rights.service().toString())).isEqualTo(2);
        assertThat(migrate("mysql://nobody:wrong1@"
                        + rights.service().getAuthority().replaceFirst(".*@", "")
                        + rights.service().getPath()))
                .isEqualTo(2);
        assertThat(MigrateCommand.run(SERVICE, Map.of())).isEqualTo(2);
    }

    @Test
    void aLogSettingThatIsNoneEndsItWithTwo() {
        String uri = rights.migrations().toString();
        assertThat(MigrateCommand.run(SERVICE, Map.of("TEST_MYSQL_MIGRATIONS_URI", uri, "LOG_LEVEL", "LOUD")))
                .isEqualTo(2);
    }

    @Test
    void itIsMeantByOneWordAndOnlyWhereThereIsADatabase() {
        assertThat(MigrateCommand.isMeant(SERVICE, "migrate")).isTrue();
        assertThat(MigrateCommand.isMeant(SERVICE, "migrate", "now")).isFalse();
        assertThat(MigrateCommand.isMeant(
                        new Service("test", new DefaultPorts(0, 1), environment -> node -> null), "migrate"))
                .isFalse();
    }

    private Future<Void> starts() {
        Environment environment =
                Environment.of(Map.of("TEST_MYSQL_URI", rights.service().toString(), "MIGRATIONS", "await"));
        return new Database(vertx, DatabaseOptions.from(environment, "TEST_MYSQL_URI")).migrate("db/test");
    }

    private static int migrate(String uri) {
        return MigrateCommand.run(SERVICE, Map.of("TEST_MYSQL_MIGRATIONS_URI", uri));
    }
}
