package io.likewire.system.delivery;

import io.likewire.system.rig.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What builds, releases and deploys Likewire. */
final class Pipelines {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/])(?:\\./)?(\\.ci/[a-z]+)\\b");

    private Pipelines() {}

    static List<Path> workflows() {
        return files(ROOT.resolve(".github/workflows"));
    }

    static List<Path> scripts() {
        return files(ROOT.resolve(".ci"));
    }

    /** The Jenkinsfile and the workflows. */
    static List<Path> all() {
        List<Path> all = new ArrayList<>(workflows());
        all.add(ROOT.resolve("Jenkinsfile"));
        return all;
    }

    /** Scripts of ours that a text calls. */
    static Set<String> called(String text) {
        Set<String> called = new TreeSet<>();
        SCRIPT.matcher(text.replaceAll("(?m)^\\s*(#|//).*$", ""))
                .results()
                .forEach(found -> called.add(found.group(1)));
        return called;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Program run(Path folder, String... command) {
        return Program.run(folder, Map.of("GIT_CONFIG_NOSYSTEM", "1"), List.of(command));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
