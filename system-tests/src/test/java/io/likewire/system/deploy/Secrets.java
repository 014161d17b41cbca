package io.likewire.system.deploy;

import io.likewire.system.rig.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys of each Secret, by who makes them. */
final class Secrets {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(likewire-[a-z-]+)` \\| ([^|]+) \\|");

    private Secrets() {}

    /** What the script prints. */
    static List<Manifest> printed() {
        return Manifests.parse(Program.run(
                        Path.of("target", "kubernetes"),
                        Map.of(),
                        List.of(
                                "bash",
                                Manifests.FOLDER.resolve("development-secrets").toString()))
                .orFail());
    }

    static Map<String, Set<String>> ofDevelopment() {
        return printed().stream()
                .collect(Collectors.toMap(Manifest::name, one -> one.at("/stringData").properties().stream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet())));
    }

    /** What the documentation asks an operator to make. */
    static Map<String, Set<String>> ofProduction() {
        return ROW.matcher(Manifests.read(Manifests.ROOT.resolve("docs/kubernetes.md")))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> Set.of(row.group(2).replaceAll("[` ]", "").split(","))));
    }
}
