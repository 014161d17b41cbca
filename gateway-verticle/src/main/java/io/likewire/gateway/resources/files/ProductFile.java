package io.likewire.gateway.resources.files;

import io.likewire.contracts.problems.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
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
     * @throws Refusal with a sentence for people
     */
    public static ProductFile of(Buffer content) {
        FileText file = FileText.of(content);
        String text = file.text();
        Format format = format(text.stripLeading());
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

    private static Format format(String start) {
        if (start.startsWith("[")) {
            return Format.JSON;
        }
        return start.startsWith("{") ? Format.NDJSON : Format.CSV;
    }

    private static RowReader open(String text, Format format) {
        return switch (format) {
            case CSV -> new CsvRows(text);
            case JSON -> new JsonRows(text);
            case NDJSON -> new JsonLines(text);
        };
    }
}
