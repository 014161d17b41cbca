package io.likewire.system.rig;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables read past the service that owns them. */
public class Database {
    private final URI uri;

    Database(String uri) {
        this.uri = URI.create(uri);
    }

    Connection connect() throws SQLException {
        String[] account = uri.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:mariadb://" + uri.getHost() + ":" + uri.getPort() + uri.getPath()
                        + "?allowPublicKeyRetrieval=true",
                account[0],
                account[1]);
    }

    /** What the reader makes of each row. */
    <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            ResultSet rows = statement.executeQuery();
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Changes rows behind the service's back. */
    public void change(String sql, Object... arguments) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** All of it, as it is now. */
    public Backup backup() {
        return Backup.of(this);
    }

    /** Keeps the rows locked until it is closed. */
    Connection lock(String sql) throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        connection.createStatement().executeQuery(sql).close();
        return connection;
    }

    long number(String sql, Object... arguments) {
        return query(sql, rows -> rows.getLong(1), arguments).get(0);
    }

    /** The second column by the first. */
    Map<Long, Long> numbers(String sql) {
        Map<Long, Long> all = new HashMap<>();
        query(sql, rows -> all.put(rows.getLong(1), rows.getLong(2)));
        return all;
    }

    /** Every row in one line each, to be compared. */
    List<String> dump(String sql, Object... arguments) {
        return query(
                sql,
                rows -> {
                    List<String> line = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        line.add(rows.getString(i));
                    }
                    return String.join(" | ", line);
                },
                arguments);
    }

    interface RowReader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
