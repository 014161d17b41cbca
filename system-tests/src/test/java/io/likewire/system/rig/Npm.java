package io.likewire.system.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tests want of Node.js: they are skipped, and say so, where it can't be had. */
public final class Npm {
    private static final List<String> QUIETLY =
            List.of("--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--fetch-retries=0");

    private Npm() {}

    /** One package in a folder, as the tests alone use it. */
    public static void fetch(Path folder, String name, String version) {
        Program.need("node", "npm");
        if (Files.exists(folder.resolve("node_modules").resolve(name).resolve("package.json"))) {
            return;
        }
        String wanted = name + "@" + version;
        Program npm = npm(folder, "install", "--no-save", "--no-package-lock", "--prefix", folder.toString(), wanted);
        Program.skipUnless(npm.exit() == 0, "npm can't fetch " + wanted + ": " + npm.output());
    }

    /** A copy of a project with exactly what its lock file names. */
    public static Path install(Path project) {
        Program.need("node", "npm");
        Path copy =
                Path.of("target", "examples", project.getFileName().toString()).toAbsolutePath();
        try (Stream<Path> files = Files.list(project)) {
            Files.createDirectories(copy);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        npm(copy, "ci").orFail();
        return copy;
    }

    private static Program npm(Path folder, String command, String... more) {
        List<String> line = new ArrayList<>(List.of("npm", command));
        line.addAll(QUIETLY);
        line.addAll(List.of(more));
        return Program.run(folder, Map.of(), line);
    }
}
