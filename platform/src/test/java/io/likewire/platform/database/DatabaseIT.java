package io.likewire.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.servers.testing.TestServers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseIT {
    private static final URI URI_OF_TEST = URI.create(TestServers.mysql().freshDatabase("sessions"));
    private static final DatabaseOptions OPTIONS =
            new DatabaseOptions("TEST_MYSQL_URI", URI_OF_TEST, "TEST_MYSQL_MIGRATIONS_URI", URI_OF_TEST);
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void theDatabaseIsReachableWhileThePoolIsBusy() {
        Database database = new Database(vertx, OPTIONS);
        Pool pool = database.pool("busy", 1);
        Future<?> work = pool.query("SELECT SLEEP(3)").execute();

        database.reachable().timeout(1, TimeUnit.SECONDS).await();

        assertThat(work.isComplete()).isFalse();
    }

    @Test
    void aConnectionWithoutItsSettingsServesNobody() {
        Pool pool = new Database(vertx, OPTIONS, "SET SESSION no_such_setting = 1").pool("unset", 1);

        assertThatThrownBy(() -> pool.query("SELECT 1").execute().await()).isNotNull();
    }
}
