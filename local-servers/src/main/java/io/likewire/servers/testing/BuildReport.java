package io.likewire.servers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints at the end of a build where the time of its tests went, and what was not shown for lack of something. */
public final class BuildReport {
    private static final int SLOWEST = 20;
    private static final Pattern SUITE =
            Pattern.compile("<testsuite [^>]*\\bname=\"([^\"]*)\" time=\"([^\"]*)\" tests=\"(\\d+)\"");
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, TreeSet<String>> notShown = new TreeMap<>();

    private record Row(String module, String name, double seconds, double starting, int tests) {
        static Row sum(String name, List<Row> rows) {
            return new Row(
                    name,
                    name,
                    rows.stream().mapToDouble(Row::seconds).sum(),
                    rows.stream().mapToDouble(Row::starting).sum(),
                    rows.stream().mapToInt(Row::tests).sum());
        }

        String line() {
            return String.format(Locale.ROOT, "%7.1f %9.1f %6d  %s", seconds, starting, tests, name);
        }
    }

    /** @param arguments the folder of all modules, and when the build began; what is older is of another build */
    public static void main(String[] arguments) throws IOException {
        BuildReport report = new BuildReport();
        Instant begin = Instant.parse(arguments[1]);
        try (Stream<Path> modules = Files.list(Path.of(arguments[0]))) {
            for (Path module : modules.sorted().toList()) {
                report.read(module, "unit", "surefire-reports", begin);
                report.read(module, "integration", "failsafe-reports", begin);
            }
        }
        if (!report.rows.isEmpty()) {
            report.print();
        }
    }

    private void read(Path module, String phase, String reports, Instant begin) throws IOException {
        Path target = module.resolve("target");
        List<Path> times = since(begin, target.resolve("test-times"), phase + "-", ".tsv");
        for (Path file : times) {
            readTimes(module, file);
        }
        if (times.isEmpty()) {
            for (Path file : since(begin, target.resolve(reports), "", ".xml")) {
                readReport(module, file);
            }
        }
    }

    private static List<Path> since(Instant begin, Path folder, String prefix, String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(file -> file.toString().endsWith(suffix) && isOf(begin, file))
                    .toList();
        }
    }

    private static boolean isOf(Instant begin, Path file) {
        try {
            return !Files.getLastModifiedTime(file).toInstant().isBefore(begin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a module whose tests start no servers, and whose test JVM wrote no times of its own. */
    private void readReport(Path module, Path file) throws IOException {
        Matcher suite = SUITE.matcher(Files.readString(file));
        if (suite.find()) {
            rows.add(new Row(
                    module.getFileName().toString(),
                    suite.group(1).replaceFirst("^io\\.likewire\\.", ""),
                    Double.parseDouble(suite.group(2)),
                    0,
                    Integer.parseInt(suite.group(3))));
        }
    }

    private void readTimes(Path module, Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] field = line.split("\t", -1);
            String name = field[1].replaceFirst("^io\\.likewire\\.", "");
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
        Map<String, List<Row>> modules =
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

    private static void table(String title, Stream<Row> rows) {
        System.out.printf(Locale.ROOT, "%n%s%nseconds  starting  tests%n", title);
        rows.sorted(Comparator.comparingDouble(Row::seconds).reversed())
                .limit(SLOWEST)
                .forEach(row -> System.out.println(row.line()));
    }
}
