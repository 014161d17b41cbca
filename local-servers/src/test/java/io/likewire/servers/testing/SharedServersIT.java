package io.likewire.servers.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.likewire.servers.Amqp;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SharedServersIT {
    @Test
    void everyFreshDatabaseIsNewAndEmpty() throws SQLException {
        final String first = TestServers.mysql().freshDatabase("first");
        final String second = TestServers.mysql().freshDatabase("second");
        assertThat(first).startsWith("mysql://").isNotEqualTo(second);
        assertThat(firstValue(first, "CREATE TABLE t (id INT)")).isNull();
        assertThat(firstValue(second, "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema=DATABASE()"))
                .isEqualTo("0");
        assertThat(firstValue(second, "SELECT @@character_set_database")).isEqualTo("utf8mb4");
    }

    private static String firstValue(final String mysql, final String statement) throws SQLException {
        final URI uri = URI.create(mysql);
        final String[] account = uri.getUserInfo().split(":");
        final String jdbc =
                String.format(Locale.ROOT, "jdbc:mariadb://%s:%d%s", uri.getHost(), uri.getPort(), uri.getPath());
        try (Connection connection = DriverManager.getConnection(jdbc, account[0], account[1]);
                Statement sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return null;
            }
            final ResultSet rows = sql.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }

    @Tag("full")
    @OnEveryBroker
    void everyFreshUriIsEmptyAndOutlivesAKill(final TestBroker broker) throws Exception {
        final URI uri = broker.freshUri();
        try (Amqp client = new Amqp(uri)) {
            client.publish("nobody.listens", "here");
        }
        try (Amqp client = new Amqp(broker.freshUri())) {
            assertThat(client.take("likewire.unrouted")).isNull();
        }
        assumeTrue(broker.isOurs(), "a broker given by URI is not killed");
        if (broker.isProcess()) {
            assertFrozenWhilePaused(broker, uri);
        }
        broker.kill();
        broker.restart();
        try (Amqp client = new Amqp(uri)) {
            assertThat(client.take("likewire.unrouted")).isEqualTo("here");
        }
    }

    private static void assertFrozenWhilePaused(final TestBroker broker, final URI uri) throws Exception {
        broker.pause();
        final CompletableFuture<Void> connected = CompletableFuture.runAsync(() -> connect(uri));
        assertThatThrownBy(() -> connected.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        broker.resume();
        connected.get(10, TimeUnit.SECONDS);
    }

    private static void connect(final URI uri) {
        try (Amqp client = new Amqp(uri)) {
            assertThat(client).isNotNull();
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
