package io.likewire.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A child process with an output file, and a record beside it by which the next start finds and ends it. */
final class ServerProcess {
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final Path record;
    private boolean paused;

    private ServerProcess(Process process, Path record) {
        this.process = process;
        this.record = record;
    }

    /**
     * @param record file that keeps the process id
     * @param marker part of the command line that no other process has
     */
    static ServerProcess start(
            List<String> command, Map<String, String> environment, Path output, Path record, String marker) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Files.writeString(record, process.pid() + "\n" + marker);
            return new ServerProcess(process, record);
        } catch (IOException e) {
            throw new ServerStartException("Cannot start " + command.get(0) + " (" + e.getMessage() + ")", e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        end(process.toHandle(), Duration.ZERO);
        forget();
    }

    void stop(Duration patience) {
        if (paused && isAlive()) {
            resume();
        }
        end(process.toHandle(), patience);
        forget();
    }

    void pause() {
        signal("-STOP");
        paused = true;
    }

    void resume() {
        signal("-CONT");
        paused = false;
    }

    private void signal(String signal) {
        try {
            int exit = new ProcessBuilder("kill", signal, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill " + signal + " " + pid() + ": exit code " + exit);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot send " + signal + " to process " + pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(record);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot delete " + record, e);
        }
    }

    /** Ends the process that an earlier start recorded, if it still runs and is the one meant. */
    static void endStale(Path record, Duration patience) {
        if (!Files.exists(record)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(record);
            if (lines.size() == 2) {
                ProcessHandle.of(Long.parseLong(lines.get(0)))
                        .filter(handle -> commandLine(handle).contains(lines.get(1)))
                        .ifPresent(handle -> end(handle, patience));
            }
            Files.deleteIfExists(record);
        } catch (IOException | NumberFormatException e) {
            throw new ServerStartException(
                    "Cannot read " + record + " (" + e + "): end its server by hand and delete the file", e);
        }
    }

    private static String commandLine(ProcessHandle handle) {
        ProcessHandle.Info info = handle.info();
        return info.arguments()
                .map(arguments -> String.join(" ", arguments))
                .or(info::commandLine)
                .orElse("");
    }

    private static void end(ProcessHandle handle, Duration patience) {
        if (patience.isZero()) {
            handle.destroyForcibly();
        } else {
            handle.destroy();
        }
        Duration wait = patience.isZero() ? KILL_PATIENCE : patience;
        if (!Waiting.until(wait, () -> isGone(handle))) {
            handle.destroyForcibly();
            Waiting.until(KILL_PATIENCE, () -> isGone(handle));
        }
    }

    /** A dead process that nobody has waited for is still listed, but without a command line. */
    private static boolean isGone(ProcessHandle handle) {
        return !handle.isAlive() || commandLine(handle).isEmpty();
    }
}
