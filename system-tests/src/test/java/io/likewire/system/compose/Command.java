package io.likewire.system.compose;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that may take long, as a build of images does, with what it said. */
record Command(int exit, String output) {
    static Command run(Path folder, Map<String, String> environment, Duration limit, List<String> words) {
        try {
            Path said = Files.createTempFile("command", ".txt");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                process.waitFor();
            }
            String output = Files.readString(said);
            Files.delete(said);
            return new Command(ended ? process.exitValue() : -1, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it said, if it went well. */
    String orFail() {
        if (exit != 0) {
            throw new IllegalStateException("Expected 0, but got " + exit + ":\n" + output);
        }
        return output;
    }
}
