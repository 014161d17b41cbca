package io.likewire.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where a MariaDB server program and its messages, character sets and system tables are; or a MySQL server program.
 *
 * @param share null with a MySQL server, which needs nothing beside it
 */
public record MariaDbBinaries(Path server, Path share) {
    /** A MySQL 8 or 9 server program, which needs nothing beside it. */
    public static MariaDbBinaries mySql(Path server) {
        return new MariaDbBinaries(server, null);
    }

    /** A MariaDB server installed on this machine: on PATH or in a usual directory for servers. */
    public static Optional<MariaDbBinaries> onPath() {
        return Stream.of("mariadbd", "mysqld")
                .flatMap(name -> Programs.find(name).stream())
                .flatMap(MariaDbBinaries::installed)
                .findFirst();
    }

    private static Stream<MariaDbBinaries> installed(Path server) {
        Path home = server.getParent().getParent();
        return Stream.of("share/mariadb", "share/mysql", "share")
                .map(home::resolve)
                .filter(share -> Files.exists(share.resolve("english/errmsg.sys")))
                .filter(share -> MariaDbDataDirectory.scripts(share).size() >= 3)
                .map(share -> new MariaDbBinaries(server, share));
    }

    /**
     * The server that comes with Likewire, or the installed one where none exists for this platform.
     *
     * @param unpackDirectory where the server is unpacked at the first call
     * @param progress gets a line for a human when something takes a while
     */
    public static MariaDbBinaries embedded(Path unpackDirectory, Consumer<String> progress) {
        Optional<EmbeddedMariaDb> embedded = EmbeddedMariaDb.find();
        if (embedded.isEmpty()) {
            return onPath().orElseThrow(
                            () -> new ServerStartException("No embedded MariaDB for " + EmbeddedMariaDb.thisPlatform()
                                    + ": install MariaDB 10.11 or newer (mariadbd on PATH)"
                                    + " or name a server in the *_MYSQL_URI variables"));
        }
        try {
            Path home = embedded.get().unpack(unpackDirectory, progress);
            return new MariaDbBinaries(home.resolve("bin/mariadbd"), home.resolve("share"));
        } catch (IOException e) {
            throw new ServerStartException(
                    "Cannot unpack MariaDB into " + unpackDirectory + " (" + e
                            + "): make it writable or choose another directory",
                    e);
        }
    }

    boolean isMySql() {
        return share == null;
    }

    @Override
    public String toString() {
        return server.toString();
    }
}
