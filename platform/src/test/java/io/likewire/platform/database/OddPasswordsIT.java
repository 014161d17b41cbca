package io.likewire.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.platform.config.Environment;
import io.likewire.servers.MySqlDatabases;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Migrations and statements read the same password out of one setting, by two clients. */
class OddPasswordsIT {
    private static final String PASSWORD = "o$d+d=&,(9";
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void openTheDatabaseForBoth() {
        URI administrator = URI.create(TestServers.mysql().freshDatabase("odd"));
        String name = administrator.getPath().substring(1);
        MySqlDatabases.execute(administrator, "CREATE USER '" + name + "'@'%' IDENTIFIED BY '" + PASSWORD + "'");
        MySqlDatabases.execute(administrator, "GRANT ALL ON `" + name + "`.* TO '" + name + "'@'%'");
        String setting = "mysql://" + name + ":" + PASSWORD + "@" + administrator.getHost() + ":"
                + administrator.getPort() + "/" + name;
        Database database = new Database(
                vertx, DatabaseOptions.from(Environment.of(Map.of("X_MYSQL_URI", setting)), "X_MYSQL_URI"));
        database.migrate("db/test").await();

        assertThat(database.pool("test", 1)
                        .query("SELECT CURRENT_USER()")
                        .execute()
                        .await()
                        .iterator()
                        .next()
                        .getString(0))
                .startsWith(name);
        MySqlDatabases.execute(administrator, "DROP USER '" + name + "'@'%'");
    }
}
