package io.likewire.servers.testing;

import io.likewire.servers.MySqlDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A fresh database with the two accounts that {@code deploy/mysql/grants.sql} gives a service.
 *
 * @param service may read and change rows
 * @param migrations may change tables too
 */
public record LeastRights(URI service, URI migrations) {
    private static final Path GRANTS = Path.of("..", "deploy", "mysql", "grants.sql");
    private static final String PASSWORD = "leastRights7";

    /** On the shared server. The database's name is the account's, as in the file. */
    public static LeastRights in(String prefix) {
        URI administrator = URI.create(TestServers.mysql().freshDatabase(prefix));
        String database = administrator.getPath().substring(1);
        String script = read().replace("@DATABASE@", database)
                .replace("@PASSWORD@", PASSWORD)
                .replace("@MIGRATIONS_PASSWORD@", PASSWORD);
        for (String statement : script.split(";")) {
            if (!statement.isBlank()) {
                MySqlDatabases.execute(administrator, statement);
            }
        }
        return new LeastRights(as(administrator, database), as(administrator, database + "_migrations"));
    }

    private static URI as(URI server, String user) {
        return URI.create("mysql://" + user + ":" + PASSWORD + "@" + server.getHost() + ":" + server.getPort()
                + server.getPath());
    }

    private static String read() {
        try {
            return Files.readString(GRANTS).replaceAll("(?m)^--.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
