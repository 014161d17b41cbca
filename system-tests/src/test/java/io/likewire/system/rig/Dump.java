package io.likewire.system.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database as an earlier state of Likewire left it, in SQL. */
public final class Dump {
    private static final String STATEMENT_END = ";\n";

    private Dump() {}

    /**
     * @param resource of the tests
     * @param uri of an empty database
     */
    public static void load(String resource, String uri) {
        try (InputStream file = Dump.class.getClassLoader().getResourceAsStream(resource);
                Connection connection = new Database(uri).connect();
                Statement statement = connection.createStatement()) {
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            statement.execute("SET foreign_key_checks = 0, time_zone = '+00:00'");
            for (String one : sql.split(STATEMENT_END)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(resource, e);
        }
    }
}
