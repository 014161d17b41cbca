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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsIT {
    private static final Rows INSERT = new Rows("INSERT INTO numbers (n) VALUES", "(?)", "");
    private static final Rows DELETE = new Rows("DELETE FROM numbers WHERE n IN (", "?", ")");
    private static final Rows ASK = new Rows("SELECT n FROM numbers WHERE n IN (", "?", ")");
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

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 8, 9, 11, 33, 63, 255, 256, 257, 1_003})
    void aChangeOfAnySizeIsMade(long size) {
        INSERT.changeOnce(pool, rows(1, size)).await();
        assertThat(count("SELECT COUNT(*) FROM numbers")).isEqualTo(size);

        Future<?> found = ASK.ask(pool, rows(1, size))
                .onSuccess(rows -> assertThat(rows.size()).isEqualTo((int) size));
        assertThat(found.otherwiseEmpty().await() != null).isEqualTo(size > 0 && size <= 256);

        DELETE.change(pool, rows(1, size)).await();
        assertThat(count("SELECT COUNT(*) FROM numbers")).isZero();
    }

    /** A deadlock ends the whole transaction: what is sent after it would be committed by itself. */
    @Test
    void nothingIsLeftOfATransactionThatADeadlockEndsBetweenTwoPieces() {
        SqlConnection heavy = pool.getConnection().await();
        SqlConnection light = pool.getConnection().await();
        heavy.begin().await();
        INSERT.changeOnce(heavy, rows(1_000, 200)).await();
        light.begin().await();
        INSERT.changeOnce(light, rows(1, 1)).await();

        Future<Void> pieces = INSERT.changeOnce(light, rows(1_199, 3));
        // InnoDB answers as it did before when it is asked within 100 ms
        await().pollInterval(Duration.ofMillis(200)).until(() -> count(WAITING) == 1);
        Future<Void> circle = INSERT.changeOnce(heavy, rows(1, 1));

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
