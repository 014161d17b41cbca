package io.likewire.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Starts a server in another JVM and ends that JVM with kill -9, so that the server loses its parent. */
final class ServerOfAKilledProgram {
    private ServerOfAKilledProgram() {}

    /** What the program said about its server before it was killed. */
    static String leave(final Class<?> program, final Path directory, final String argument)
            throws IOException, InterruptedException {
        final Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        directory.toString(),
                        argument))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("READY ")) {
                line = lines.readLine();
            }
            process.destroyForcibly().waitFor();
            return line == null ? "the program ended" : line.substring("READY ".length());
        }
    }

    static void ready(final Object about) throws InterruptedException {
        System.out.println("READY " + about);
        Thread.currentThread().join();
    }
}
