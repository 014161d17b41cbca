package io.likewire.system.rig;

import java.net.URI;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The tables of likes-verticle, read past it. */
public final class LikesDatabase {
    private final URI uri;

    LikesDatabase(String uri) {
        this.uri = URI.create(uri);
    }

    /** The visitors with a row for the product. */
    public Set<UUID> likers(long productId) {
        Set<UUID> likers = new HashSet<>();
        query("SELECT liker FROM likes WHERE product_id = ?", productId, rows -> {
            ByteBuffer liker = ByteBuffer.wrap(rows.getBytes(1));
            likers.add(new UUID(liker.getLong(), liker.getLong()));
        });
        return likers;
    }

    /** The count that likes-verticle keeps; -1 for a product it has never heard of. */
    public long count(long productId) {
        long[] count = {-1};
        query("SELECT likes FROM product WHERE id = ?", productId, rows -> count[0] = rows.getLong(1));
        return count[0];
    }

    /** Takes the lock under which every writer of a product's likes works. */
    public Lock lock(long productId) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT id FROM product WHERE id = ? FOR UPDATE")) {
                statement.setLong(1, productId);
                statement.executeQuery().close();
            }
            return connection::close;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a transaction waits for a row that another one has locked. */
    public boolean hasLockWaiters() {
        long[] waiters = {0};
        query(
                "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT' AND 0 < ?",
                1,
                rows -> waiters[0] = rows.getLong(1));
        return waiters[0] > 0;
    }

    private Connection connect() throws SQLException {
        String[] account = uri.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:mariadb://" + uri.getHost() + ":" + uri.getPort() + uri.getPath()
                        + "?allowPublicKeyRetrieval=true",
                account[0],
                account[1]);
    }

    private void query(String sql, long productId, RowReader reader) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, productId);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Closing it lets the next one in. */
    public interface Lock extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private interface RowReader {
        void read(ResultSet rows) throws SQLException;
    }
}
