package io.likewire.system.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Fetches tools that only Node.js runs. Without Node.js or npm, or what npm can't fetch, a test is skipped and says why. */
public final class Npm {
    private static final List<String> INSTALL = List.of(
            "npm",
            "install",
            "--no-save",
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefer-offline",
            "--fetch-retries=0",
            "--prefix");

    private Npm() {}

    /**
     * Once for each folder.
     *
     * @param test for which it is
     * @param packages with their versions: {@code typescript@5.9.3}
     */
    public static void fetch(Class<?> test, Path folder, String... packages) {
        skipUnless(test, Program.onPath("node") && Program.onPath("npm"), "no node and npm on the PATH");
        if (Stream.of(packages).allMatch(one -> Files.exists(folder.resolve("node_modules/" + name(one))))) {
            return;
        }
        List<String> install = Stream.of(INSTALL, List.of(folder.toString()), List.of(packages))
                .flatMap(List::stream)
                .toList();
        Program npm = Program.run(folder, Map.of(), install);
        skipUnless(test, npm.exit() == 0, "npm can't fetch " + List.of(packages) + ": " + npm.output());
    }

    private static String name(String withVersion) {
        return withVersion.substring(0, withVersion.lastIndexOf('@')) + "/package.json";
    }

    private static void skipUnless(Class<?> test, boolean condition, String reason) {
        if (!condition) {
            System.out.println(test.getSimpleName() + " skipped: " + reason);
        }
        Assumptions.assumeTrue(condition, reason);
    }
}
