package io.likewire.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What RabbitMQ has of its quorum queues on disk: a directory for each, with a file {@code config}, and a list of all. */
final class QuorumQueues {
    private static final String LIST = "names.dets";
    private static final String QUEUE = "config";

    /** The list is opened when a queue is made, and written out a second later. */
    private static final long WRITTEN_LATER_MS = 500;

    private QuorumQueues() {}

    /** Whether the list was written after the newest queue had been made. */
    static boolean areListed(Path data) {
        try {
            long listed = newest(data, LIST);
            long made = newest(data, QUEUE);
            return made == 0 || listed - made >= WRITTEN_LATER_MS;
        } catch (IOException | UncheckedIOException beingChanged) {
            return false;
        }
    }

    private static long newest(Path data, String name) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.endsWith(name))
                    .filter(file -> file.toString().contains("/quorum/"))
                    .mapToLong(file -> file.toFile().lastModified())
                    .max()
                    .orElse(0);
        }
    }
}
