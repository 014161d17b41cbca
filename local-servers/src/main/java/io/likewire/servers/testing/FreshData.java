package io.likewire.servers.testing;

import io.likewire.servers.MariaDbBinaries;
import io.likewire.servers.MariaDbServer;
import io.likewire.servers.StaleProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The data directory of a database server that nobody has used, made once for the tests of all modules. */
final class FreshData {
    private static final Path ALL = Path.of("..", "local-servers", "target", "fresh-data")
            .toAbsolutePath()
            .normalize();

    private FreshData() {}

    /** Copies it into the directory of a server that is to be started. */
    static void copyTo(Path directory, MariaDbBinaries binaries) {
        try {
            Path program = Path.of(binaries.toString());
            Path fresh = ALL.resolve(program.getFileName() + "-" + Files.size(program) + "-"
                    + Files.getLastModifiedTime(program).toMillis());
            make(fresh, binaries);
            copy(fresh, directory.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another build may do the same meanwhile: the first one that is ready has made it. */
    private static synchronized void make(Path fresh, MariaDbBinaries binaries) throws IOException {
        if (Files.exists(fresh)) {
            return;
        }
        Path draft = TestDirectory.of("fresh-data");
        MariaDbServer.start(binaries, draft, 0, List.of()).close();
        Files.createDirectories(ALL);
        try {
            Files.move(draft.resolve("data"), fresh, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(fresh)) {
                throw e;
            }
            StaleProcesses.remove(draft);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path copy = to.resolve(from.relativize(one));
                if (Files.isDirectory(one)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(one, copy);
                }
            }
        }
    }
}
