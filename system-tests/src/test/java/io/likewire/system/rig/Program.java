package io.likewire.system.rig;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A command that runs to its end. */
public record Program(int exit, String output) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public static boolean onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Skips the test where one of them is missing. */
    public static void need(String... names) {
        Stream.of(names).forEach(name -> skipUnless(onPath(name), "no " + name + " on the PATH"));
    }

    /** Skips the test, and says so. */
    public static void skipUnless(boolean condition, String reason) {
        if (!condition) {
            System.out.println("skipped: " + reason);
        }
        Assumptions.assumeTrue(condition, reason);
    }

    /** A python that can talk to brokers. */
    public static Optional<String> pythonWithPika() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> folder + "/python3")
                .filter(python -> Files.isExecutable(Path.of(python))
                        && run(Path.of("target"), Map.of(), List.of(python, "-c", "import pika"))
                                        .exit()
                                == 0)
                .findFirst();
    }

    public static Program run(Path folder, Map<String, String> environment, List<String> command) {
        return run(folder, environment, command, PATIENCE);
    }

    public static Program run(Path folder, Map<String, String> environment, List<String> command, Duration patience) {
        try {
            Files.createDirectories(folder);
            Path output = Files.createTempFile("likewire-program", ".txt");
            try {
                return run(folder, environment, command, patience, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Program run(
            Path folder, Map<String, String> environment, List<String> command, Duration patience, Path output)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(output);
        return ended
                ? new Program(process.exitValue(), said)
                : new Program(-1, command + " took more than " + patience + ":\n" + said);
    }

    /** What it said, if it went well. */
    public String orFail() {
        if (exit != 0) {
            throw new IllegalStateException("Expected 0, but got " + exit + ":\n" + output);
        }
        return output;
    }
}
