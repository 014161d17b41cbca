package io.likewire.system.delivery;

import io.likewire.system.rig.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What builds, releases and deploys Likewire. */
final class Scripts {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path WORK = Path.of("target", "delivery");

    private Scripts() {}

    /** Something in bash, where a script finds its arguments as "$@". */
    static Program bash(String script, String... arguments) {
        return Program.run(
                WORK,
                Map.of(),
                Stream.concat(Stream.of("bash", "-c", "set -euo pipefail\n" + script, "bash"), Stream.of(arguments))
                        .toList());
    }

    static Program ci(String name, String... arguments) {
        return bash(ROOT.resolve(".ci").resolve(name) + " \"$@\"", arguments);
    }

    static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
