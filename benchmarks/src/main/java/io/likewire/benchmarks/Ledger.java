package io.likewire.benchmarks;

import io.likewire.servers.MariaDbServer;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** What stands in the databases behind the programs under load. */
final class Ledger implements AutoCloseable {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private final Connection connection;
    private final String likes;
    private final String pending;
    private int blocks;

    /**
     * @param likes query for the number of likes
     * @param pending query for the work that is left of accepted likes
     */
    private Ledger(Connection connection, String likes, String pending) {
        this.connection = connection;
        this.likes = likes;
        this.pending = pending;
    }

    /** Likes count once the products database has heard of them. */
    static Ledger ofLikewire(MariaDbServer server) throws SQLException {
        return new Ledger(
                connect(server),
                "SELECT SUM(likes) FROM products.products",
                "SELECT (SELECT COUNT(*) FROM likes.announcement) + (SELECT SUM(likes) FROM likes.product)"
                        + " - (SELECT SUM(likes) FROM products.products)");
    }

    static Ledger ofBare(MariaDbServer server) throws SQLException {
        return new Ledger(connect(server), "SELECT COUNT(*) FROM bare.likes", "SELECT 0");
    }

    private static Connection connect(MariaDbServer server) throws SQLException {
        URI uri = server.uri("");
        String[] user = uri.getUserInfo().split(":");
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + server.port() + "/", user[0], user[1]);
    }

    /** The first product of a block that nobody has liked yet. */
    int freshBlock() {
        if (blocks == Fixture.PRODUCTS / Workload.BLOCK) {
            throw new IllegalStateException("too many runs of likes for " + Fixture.PRODUCTS + " products");
        }
        return 1 + Workload.BLOCK * blocks++;
    }

    long likes() throws SQLException {
        return number(likes);
    }

    /** @return seconds until nothing was left to do */
    double awaitSettled() throws SQLException, InterruptedException {
        long begin = System.nanoTime();
        while (number(pending) != 0) {
            if (System.nanoTime() - begin > PATIENCE_NS) {
                throw new IllegalStateException("not settled after 60 s: " + number(pending) + " left");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
