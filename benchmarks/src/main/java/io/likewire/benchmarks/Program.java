package io.likewire.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Java process under measurement. */
final class Program implements AutoCloseable {
    /** With -Dprofile=true each process leaves a flight recording beside its log. */
    private static final boolean PROFILE = Boolean.getBoolean("profile");

    private final String name;
    private final Process process;

    private Program(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    static Program start(String name, Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        if (PROFILE) {
            command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                    + directory.resolve(name + ".jfr").toAbsolutePath());
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile());
        builder.environment().putAll(environment);
        Program program = new Program(name, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(program.process::destroyForcibly));
        return program;
    }

    String name() {
        return name;
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
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
