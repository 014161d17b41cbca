package io.likewire.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.platform.config.ConfigException;
import io.likewire.servers.testing.LeastRights;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("full")
class LeastRightsIT {
    private static Vertx vertx;
    private static LeastRights rights;
    private static Database database;

    @BeforeAll
    static void migrate() {
        vertx = Vertx.vertx();
        rights = LeastRights.in("rights");
        database = new Database(vertx, rights.service(), rights.migrations());
        database.migrate("db/test").await();
    }

    @AfterAll
    static void close() {
        vertx.close().await();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE own (id INT)",
                "DROP TABLE outbox",
                "TRUNCATE TABLE outbox",
                "ALTER TABLE outbox ADD COLUMN more INT",
                "CREATE INDEX more ON outbox (created_at)",
                "CREATE TRIGGER t BEFORE INSERT ON outbox FOR EACH ROW SET NEW.headers = ''",
                "CREATE DATABASE own",
                "CREATE USER somebody",
                "GRANT SELECT ON outbox TO CURRENT_USER",
                "SELECT * FROM mysql.user",
                "SELECT * INTO OUTFILE '/tmp/out' FROM outbox",
                "SELECT LOAD_FILE('/etc/passwd') FROM mysql.user",
                "SET GLOBAL max_connections = 1"
            })
    void theServiceMayOnlyReadAndChangeRows(String statement) {
        assertDenied(database, statement);
    }

    @Test
    void neitherAccountSeesTheDatabaseOfAnotherService() {
        URI other = URI.create(TestServers.mysql().freshDatabase("other"));
        new Database(vertx, other).migrate("db/test").await();
        String foreign = other.getPath().substring(1) + ".outbox";

        assertDenied(database, "SELECT * FROM " + foreign);
        assertDenied(new Database(vertx, rights.migrations()), "SELECT * FROM " + foreign);
        assertDenied(new Database(vertx, rights.migrations()), "CREATE TABLE " + foreign + "2 (id INT)");
    }

    @Test
    void theServicesOwnAccountCannotMigrate() {
        LeastRights fresh = LeastRights.in("fresh");

        assertThatThrownBy(() ->
                        new Database(vertx, fresh.service()).migrate("db/test").await())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("CREATE command denied");
    }

    @Test
    void whereNothingIsToBeMigratedItWillDo() {
        new Database(vertx, rights.service()).migrate("db/test").await();
    }

    @Test
    void aWrongPasswordOfTheServiceIsFoundAtTheStartToo() {
        URI wrong = URI.create(rights.service().toString().replaceFirst(":[^:@]+@", ":other@"));
        DatabaseOptions options =
                new DatabaseOptions("X_MYSQL_URI", wrong, "X_MYSQL_MIGRATIONS_URI", rights.migrations());

        assertThatThrownBy(() -> new Database(vertx, options).migrate("db/test").await())
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("X_MYSQL_URI: the server refuses it: ");
    }

    private static void assertDenied(Database database, String statement) {
        assertThatThrownBy(() ->
                        database.pool("test", 1).query(statement).execute().await())
                .isInstanceOf(MySQLException.class)
                .hasMessageContaining("denied");
    }
}
