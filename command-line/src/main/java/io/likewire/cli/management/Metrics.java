package io.likewire.cli.management;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /metrics} says, in the text form of Prometheus. */
public record Metrics(String text) {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:]+)(?:\\{(.*)})? ([-+0-9.eEINnaf]+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"([^\"]*)\"");

    /** One line of it. */
    public record Sample(Map<String, String> labels, double value) {}

    public List<Sample> of(String name) {
        return text.lines()
                .map(LINE::matcher)
                .filter(line -> line.matches() && line.group(1).equals(name))
                .map(line -> new Sample(labels(line.group(2)), Double.parseDouble(line.group(3))))
                .toList();
    }

    /** The sum of those whose label has that value; without a value, of all. */
    public double sum(String name, String label, String value) {
        return of(name).stream()
                .filter(sample -> value == null || value.equals(sample.labels().get(label)))
                .mapToDouble(Sample::value)
                .sum();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher found = LABEL.matcher(text == null ? "" : text);
        while (found.find()) {
            labels.put(found.group(1), found.group(2));
        }
        return labels;
    }
}
