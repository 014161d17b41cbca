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

    private void query(String sql, long productId, RowReader reader) {
        String[] account = uri.getUserInfo().split(":", 2);
        String jdbc = "jdbc:mariadb://" + uri.getHost() + ":" + uri.getPort() + uri.getPath()
                + "?allowPublicKeyRetrieval=true";
        try (Connection connection = DriverManager.getConnection(jdbc, account[0], account[1]);
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

    private interface RowReader {
        void read(ResultSet rows) throws SQLException;
    }
}
