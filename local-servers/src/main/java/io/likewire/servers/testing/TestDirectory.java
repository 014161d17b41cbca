package io.likewire.servers.testing;

import io.likewire.servers.StaleProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Directories of this JVM's test servers below {@code target}; servers end and directories go when the JVM exits. */
final class TestDirectory {
    private static final Path ALL = Path.of("target", "test-servers").toAbsolutePath();
    private static final Path OURS =
            ALL.resolve(Long.toString(ProcessHandle.current().pid()));
    private static final Deque<Runnable> AT_EXIT = new ArrayDeque<>();

    static {
        sweep();
        Runtime.getRuntime().addShutdownHook(new Thread(TestDirectory::exit, "end-test-servers"));
    }

    private TestDirectory() {}

    static Path of(String name) {
        return OURS.resolve(name);
    }

    static void atExit(Runnable action) {
        synchronized (AT_EXIT) {
            AT_EXIT.push(action);
        }
    }

    private static void exit() {
        synchronized (AT_EXIT) {
            AT_EXIT.forEach(TestDirectory::tryTo);
        }
        tryTo(() -> StaleProcesses.remove(OURS));
    }

    private static void tryTo(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(TestDirectory.class).warn("A test server did not end well: {}", e.toString());
        }
    }

    /** Removes what test JVMs that were killed left behind. */
    private static void sweep() {
        try {
            Files.createDirectories(ALL);
            try (Stream<Path> directories = Files.list(ALL)) {
                directories.filter(TestDirectory::isDead).forEach(StaleProcesses::remove);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDead(Path directory) {
        String pid = directory.getFileName().toString();
        return pid.matches("\\d+") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}
