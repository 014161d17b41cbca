package io.likewire.servers.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints at the end of a build where the time of its tests went, and what was not shown for lack of something. */
public final class BuildReport {
    private static final int SLOWEST = 20;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, TreeSet<String>> notShown = new TreeMap<>();

    private record Row(String module, String name, double seconds, double starting, int tests) {
        static Row sum(final String name, final List<Row> rows) {
            return new Row(
                    name,
                    name,
                    rows.stream().mapToDouble(Row::seconds).sum(),
                    rows.stream().mapToDouble(Row::starting).sum(),
                    rows.stream().mapToInt(Row::tests).sum());
        }

        String line() {
            return "%7.1f %9.1f %6d  %s".formatted(seconds, starting, tests, name);
        }
    }

    /** @param arguments the folder of all modules, and when the build began; what is older is of another build */
    public static void main(final String[] arguments) throws IOException {
        final BuildReport report = new BuildReport();
        final Instant begin = Instant.parse(arguments[1]);
        try (Stream<Path> modules = Files.list(Path.of(arguments[0]))) {
            for (final Path module : modules.sorted().toList()) {
                for (final String phase : List.of("unit", "integration")) {
                    report.read(module, module.resolve("target/test-times/" + phase + ".tsv"), begin);
                }
            }
        }
        if (!report.rows.isEmpty()) {
            report.print();
        }
    }

    private void read(final Path module, final Path file, final Instant begin) throws IOException {
        if (!Files.exists(file) || Files.getLastModifiedTime(file).toInstant().isBefore(begin)) {
            return;
        }
        for (final String line : Files.readAllLines(file)) {
            final String[] field = line.split("\t", -1);
            final String name = field[1].replaceFirst("^io\\.likewire\\.", "");
            if (field[0].equals("time")) {
                rows.add(new Row(
                        module.getFileName().toString(),
                        name,
                        Double.parseDouble(field[2]),
                        Double.parseDouble(field[3]),
                        Integer.parseInt(field[4])));
            } else {
                notShown.computeIfAbsent(field[2], reason -> new TreeSet<>())
                        .add(name.substring(name.lastIndexOf('.') + 1));
            }
        }
    }

    private void print() {
        final Map<String, List<Row>> modules =
                rows.stream().collect(Collectors.groupingBy(Row::module, TreeMap::new, Collectors.toList()));
        table(
                "Tests by module",
                modules.entrySet().stream().map(module -> Row.sum(module.getKey(), module.getValue())));
        table("The slowest test classes", rows.stream());
        System.out.println();
        System.out.println(notShown.isEmpty() ? "Nothing was left out." : "Not shown by this build:");
        notShown.forEach((reason, tests) -> System.out.println("  " + reason + ": " + String.join(", ", tests)));
        System.out.println();
    }

    private static void table(final String title, final Stream<Row> rows) {
        System.out.printf("%n%s%nseconds  starting  tests%n", title);
        rows.sorted(Comparator.comparingDouble(Row::seconds).reversed())
                .limit(SLOWEST)
                .forEach(row -> System.out.println(row.line()));
    }
}
