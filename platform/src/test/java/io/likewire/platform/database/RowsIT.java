package io.likewire.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.likewire.servers.testing.TestServers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowsIT {
    private static final Rows INSERT = new Rows("INSERT INTO numbers (n) VALUES", "(?)", "");
    private static final String WAITING =
            "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
    private final Vertx vertx = Vertx.vertx();
    private Pool pool;

    @BeforeEach
    void open() {
        pool = new Database(vertx, URI.create(TestServers.mysql().freshDatabase("rows"))).pool("test", 4);
        pool.query("CREATE TABLE numbers (n BIGINT PRIMARY KEY)").execute().await();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aChangeOfAnySizeIsMade() {
        for (long size : List.of(0L, 1L, 3L, 255L, 256L, 1_003L)) {
            pool.query("DELETE FROM numbers").execute().await();
            INSERT.change(pool, rows(1, size)).await();
            assertThat(count("SELECT COUNT(*) FROM numbers")).isEqualTo(size);
        }
    }

    /** A deadlock ends the whole transaction: what is sent after it would be committed by itself. */
    @Test
    void nothingIsLeftOfATransactionThatADeadlockEndsBetweenTwoPieces() {
        SqlConnection heavy = pool.getConnection().await();
        SqlConnection light = pool.getConnection().await();
        heavy.begin().await();
        INSERT.change(heavy, rows(1_000, 200)).await();
        light.begin().await();
        INSERT.change(light, rows(1, 1)).await();

        Future<Void> pieces = INSERT.change(light, rows(1_199, 3));
        // InnoDB answers as it did before when it is asked within 100 ms
        await().pollInterval(Duration.ofMillis(200)).until(() -> count(WAITING) == 1);
        Future<Void> circle = INSERT.change(heavy, rows(1, 1));

        assertThatThrownBy(pieces::await)
                .isInstanceOfSatisfying(MySQLException.class, deadlock -> assertThat(deadlock.getErrorCode())
                        .isEqualTo(1213));
        circle.await();
        heavy.query("ROLLBACK").execute().await();
        light.query("ROLLBACK").execute().await();
        assertThat(count("SELECT COUNT(*) FROM numbers")).isZero();
    }

    private long count(String sql) {
        return pool.query(sql).execute().await().iterator().next().getLong(0);
    }

    private static List<Object[]> rows(long first, long size) {
        return LongStream.range(first, first + size)
                .mapToObj(n -> new Object[] {n})
                .toList();
    }
}
