package io.likewire.system.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What somebody in front of a terminal sees of one command. */
public record Shell(int exitCode, String output, String errors) {

    /** Runs a line as pasted into bash. */
    public static Shell paste(String line) throws IOException, InterruptedException {
        return run(Path.of("."), Map.of("PATH", System.getenv("PATH")), "-c", line);
    }

    /** @param environment all of it */
    static Shell run(Path directory, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/bash").directory(directory.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("Expected an end of " + String.join(" ", arguments));
        }
        return new Shell(process.exitValue(), output, errors);
    }
}
