package io.likewire.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process under measurement. */
final class Program implements AutoCloseable {
    /** With -Dprofile=true each process leaves a flight recording beside its log. */
    private static final boolean PROFILE = Boolean.getBoolean("profile");

    private final String name;
    private final Process process;
    private final Path log;

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Program start(String name, Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m"));
        if (PROFILE) {
            command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                    + directory.resolve(name + ".jfr").toAbsolutePath());
        }
        command.addAll(List.of(arguments));
        Path log = directory.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Program program = new Program(name, builder.start(), log);
        Runtime.getRuntime().addShutdownHook(new Thread(program.process::destroyForcibly));
        return program;
    }

    String name() {
        return name;
    }

    /** Until its log says "is up". */
    void awaitUp() throws IOException, InterruptedException {
        for (int i = 0; i < 900; i++) {
            if (Files.readString(log).contains("is up")) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException(name + " did not get ready: see " + log);
    }

    Duration cpu() {
        return cpu(process.pid());
    }

    static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Resident memory in MB. */
    long memory() throws IOException {
        File status = new File("/proc/" + process.pid() + "/status");
        if (!status.exists()) {
            return 0;
        }
        return Files.readAllLines(status.toPath()).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
