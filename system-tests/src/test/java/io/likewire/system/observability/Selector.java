package io.likewire.system.observability;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A metric as an expression of Prometheus asks for it: its name, and what its labels must be. */
record Selector(String metric, List<Label> labels) {
    /** What Prometheus adds by itself. */
    private static final Set<String> ADDED = Set.of("job", "instance");

    private static final Set<String> WORDS = Set.of("by", "without", "and", "or", "unless", "on", "ignoring", "offset");
    private static final Pattern GROUPING = Pattern.compile("\\b(by|without|on|ignoring) \\([^)]*\\)");
    private static final Pattern RANGE = Pattern.compile("\\[([0-9]+[smhd]|\\$__rate_interval)]");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z][a-z0-9_]*)\\b(?!\\s*\\()(\\{[^}]*})?");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)(=~|!~|!=|=)\"([^\"]*)\"");

    record Label(String name, String operator, String value) {
        boolean accepts(String line) {
            Matcher printed = Pattern.compile("[{,]" + name + "=\"([^\"]*)\"").matcher(line);
            if (!printed.find()) {
                return false;
            }
            return switch (operator) {
                case "=" -> printed.group(1).equals(value);
                case "!=" -> !printed.group(1).equals(value);
                case "=~" -> printed.group(1).matches(value);
                default -> !printed.group(1).matches(value);
            };
        }
    }

    static List<Selector> in(String expression) {
        String plain =
                RANGE.matcher(GROUPING.matcher(expression).replaceAll(" ")).replaceAll(" ");
        return METRIC.matcher(plain)
                .results()
                .filter(found -> !WORDS.contains(found.group(1)))
                .map(Selector::of)
                .toList();
    }

    private static Selector of(MatchResult found) {
        String braces = found.group(2) == null ? "" : found.group(2);
        return new Selector(
                found.group(1),
                LABEL.matcher(braces)
                        .results()
                        .map(label -> new Label(label.group(1), label.group(2), label.group(3)))
                        .filter(label -> !ADDED.contains(label.name()))
                        .toList());
    }

    /** Whether the text of a {@code /metrics} has it. */
    boolean isIn(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .anyMatch(line -> labels.stream().allMatch(label -> label.accepts(line)));
    }

    static Set<String> names(List<Selector> selectors) {
        Set<String> names = new TreeSet<>();
        selectors.forEach(selector -> names.add(selector.metric()));
        return names;
    }
}
