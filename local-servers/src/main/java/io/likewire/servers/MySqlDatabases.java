package io.likewire.servers;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases on any MySQL or MariaDB server given by URI. */
public final class MySqlDatabases {
    private MySqlDatabases() {}

    /**
     * Creates the database with the character set utf8mb4 unless it exists.
     *
     * @param server {@code mysql://user:password@host:port/...}, an account that may create databases
     */
    public static void create(URI server, String name) {
        execute(server, "CREATE DATABASE IF NOT EXISTS `" + checked(name) + "` CHARACTER SET utf8mb4");
    }

    /** Deletes the database and all in it, if it exists. */
    public static void drop(URI server, String name) {
        execute(server, "DROP DATABASE IF EXISTS `" + checked(name) + "`");
    }

    private static String checked(String name) {
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException(
                    "A database name has 1 to 64 letters, digits, - or _, but got '" + name + "'");
        }
        return name;
    }

    /**
     * Runs one statement.
     *
     * @throws IllegalStateException with the server's reason
     */
    public static void execute(URI server, String statement) {
        String[] account = server.getUserInfo().split(":", 2);
        String jdbc = "jdbc:mariadb://" + server.getHost() + ":" + (server.getPort() < 0 ? 3306 : server.getPort())
                + "/?allowPublicKeyRetrieval=true&connectTimeout=5000";
        try (Connection connection =
                        DriverManager.getConnection(jdbc, account[0], account.length == 2 ? account[1] : "");
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    server.getHost() + ":" + server.getPort() + ": " + statement + " failed (" + e.getMessage() + ")",
                    e);
        }
    }
}
