package io.likewire.gateway.resources.files;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns of a CSV file, by its first row. */
record CsvColumns(List<String> names) {
    static final Set<String> KNOWN = Set.of("id", "title", "image", "description");
    private static final List<String> REQUIRED = List.of("title", "image");

    /** Spreadsheets run a text that begins so; {@code '} before it says that it is text. An export puts it there. */
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);

    /** Blanks of any kind, and what shows nothing, such as the mark of a file. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    static CsvColumns of(List<String> names) {
        return new CsvColumns(names.stream()
                .map(name -> stripped(name).toLowerCase(Locale.ROOT))
                .toList());
    }

    static String stripped(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    /** Those that a file of products has to have, and has not. */
    List<String> missing() {
        return REQUIRED.stream().filter(name -> !names.contains(name)).toList();
    }

    /** @throws Refusal when nobody can say which column is meant */
    void requireFit() {
        if (!missing().isEmpty()) {
            throw Refusal.malformed("Missing column: " + String.join(", ", missing()));
        }
        List<String> twice = new ArrayList<>(KNOWN);
        twice.removeIf(name -> Collections.frequency(names, name) < 2);
        if (!twice.isEmpty()) {
            throw Refusal.malformed("This column is there twice: " + String.join(", ", twice));
        }
    }

    /** @param number of the line in the file */
    ImportRow row(int number, CsvLine line) {
        List<String> values = line.fields();
        if (line.tooLong()) {
            return ImportRow.unreadable(number, "More than " + CsvLine.MOST_FIELDS + " fields.");
        }
        if (line.lateQuote()) {
            return ImportRow.unreadable(number, "Unexpected quote behind a sign that shows nothing.");
        }
        if (values.stream().skip(names.size()).anyMatch(value -> !value.isBlank())) {
            return ImportRow.unreadable(
                    number,
                    String.format(
                            Locale.ROOT,
                            "Expected %d fields, as in the first row, but got %d.",
                            names.size(),
                            values.size()));
        }
        JsonObject fields = new JsonObject();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            if (KNOWN.contains(names.get(i))) {
                fields.put(names.get(i), unguarded(values.get(i)));
            }
        }
        return ImportRow.of(number, fields);
    }

    private static String unguarded(String text) {
        return GUARDED.matcher(text).matches() ? text.substring(1) : text;
    }
}
