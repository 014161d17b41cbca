package io.likewire.gateway.resources.files;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * A file with products: CSV, a JSON array, or one JSON object a line. Its content says which.
 *
 * @param rows how many there are
 * @param separator of CSV; null for JSON
 */
public record ProductFile(String text, Format format, String encoding, String separator, int rows) {
    /** What a file may be. */
    public enum Format {
        CSV,
        JSON,
        NDJSON
    }

    /**
     * Reads through the file once, so that one that nobody understands changes nothing.
     *
     * @param noCsv whether the sender says that it is one JSON object a line: a line may be all that there is, and broken
     * @throws Refusal with a sentence for people
     */
    public static ProductFile of(Buffer content, boolean noCsv) {
        FileText file = FileText.of(content);
        String text = file.text();
        Format format = format(text, noCsv);
        RowReader reader = open(text, format);
        String separator = reader instanceof CsvRows csv ? csv.separator() : null;
        int rows = 0;
        while (reader.next() != null) {
            rows++;
        }
        if (rows == 0) {
            throw empty();
        }
        return new ProductFile(text, format, file.encoding(), separator, rows);
    }

    /** From the first row on. */
    public RowReader open() {
        return open(text, format);
    }

    /** How it was read. */
    public JsonObject toJson() {
        JsonObject read = new JsonObject()
                .put("rows", rows)
                .put("format", format.name().toLowerCase(Locale.ROOT))
                .put("encoding", encoding);
        return separator == null ? read : read.put("separator", separator);
    }

    static Refusal empty() {
        return Refusal.malformed("This file contains no products.");
    }

    private static Format format(String text, boolean noCsv) {
        List<String> start = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(2)
                .toList();
        if (start.isEmpty()) {
            throw empty();
        }
        if (start.get(0).startsWith("[") && !(start.size() > 1 && isNoArray(text, start))) {
            return Format.JSON;
        }
        return noCsv || start.get(0).startsWith("{") || isLines(text) ? Format.NDJSON : Format.CSV;
    }

    /** Objects of an array stand behind a bracket, a comma or a colon, and it does not end as they do. */
    private static boolean isNoArray(String text, List<String> start) {
        String first = start.get(0);
        return start.get(1).startsWith("{")
                && "[,:".indexOf(first.charAt(first.length() - 1)) < 0
                && text.stripTrailing().endsWith("}");
    }

    /** One object a line, of which the first one is broken: half of the lines, or more, begin as objects do. */
    private static boolean isLines(String text) {
        long objects = text.lines().filter(line -> line.startsWith("{")).count();
        long lines = text.lines().filter(line -> !line.isBlank()).count();
        return objects > 0 && objects * 2 >= lines && !CsvRows.fit(text);
    }

    private static RowReader open(String text, Format format) {
        return switch (format) {
            case CSV -> new CsvRows(text);
            case JSON -> new JsonRows(text);
            case NDJSON -> new JsonLines(text);
        };
    }
}
