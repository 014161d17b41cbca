package io.likewire.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What servers leave behind when the program that started them was killed. */
public final class StaleProcesses {
    private StaleProcesses() {}

    /** Ends every server whose directory is the given one or below it, then deletes it all. */
    public static void remove(Path directory) {
        try {
            for (Path record : records(directory)) {
                ServerProcess.endStale(record, Duration.ZERO);
            }
            ServerDirectory.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> records(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory, 2)) {
            return files.filter(file -> file.toString().endsWith(".process")).toList();
        }
    }
}
