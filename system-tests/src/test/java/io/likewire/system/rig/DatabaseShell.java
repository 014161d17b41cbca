package io.likewire.system.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A shell of somebody whose {@code ~/.my.cnf} names a database server and an account there. */
public final class DatabaseShell {
    private final Path folder;
    private final Path home;

    private DatabaseShell(Path folder, Path home) {
        this.folder = folder;
        this.home = home;
    }

    /** @param folder where commands run; its owner may share it with others */
    public static DatabaseShell of(Path folder, URI server, String user, String password) {
        try {
            Path home = Files.createDirectories(folder.resolve("home-of-" + user));
            Files.writeString(
                    home.resolve(".my.cnf"),
                    String.format(Locale.ROOT, """
                    [client]
                    host=%s
                    port=%d
                    user=%s
                    password=%s
                    skip-ssl
                    """, server.getHost(), server.getPort(), user, password));
            return new DatabaseShell(folder, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it prints; every part of a pipe must succeed. */
    public String run(String command) {
        return Program.run(
                        folder,
                        Map.of("HOME", home.toString(), "TZ", "UTC"),
                        List.of("bash", "-c", "set -euo pipefail\n" + command + "\n"))
                .orFail();
    }
}
