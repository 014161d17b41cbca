package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What the server said of an import, line by line. */
final class ImportReport {
    private final boolean dry;
    private final List<String> told = new ArrayList<>();
    private JsonNode file = Json.object();
    private JsonNode total;
    private JsonNode problem;

    /** @param dry whether changes are told too */
    ImportReport(boolean dry) {
        this.dry = dry;
    }

    /** Always true: all of them are wanted. */
    boolean add(JsonNode line) {
        if (line.has("file")) {
            file = line.path("file");
            readAs(file.path("encoding").asText());
        } else if (line.has("total")) {
            total = line.path("total");
        } else if (line.has("problem")) {
            problem = line.path("problem");
        } else {
            row(line);
        }
        return true;
    }

    /** For people, in the order of the file. */
    List<String> told() {
        return told;
    }

    boolean isWhole() {
        return total != null || problem != null;
    }

    /** @throws ErrorResponse when the server gave up midway */
    void failIfEndedEarly(String key) {
        if (total == null) {
            throw new ErrorResponse(String.format(
                    Locale.ROOT,
                    "The import broke off: %s (%d); repeat it with --idempotency-key %s",
                    problem.path("message").asText(),
                    problem.path("status").asInt(),
                    key));
        }
    }

    ObjectNode result() {
        ObjectNode result = Json.object()
                .put("made", total.path("created").asInt())
                .put("changed", total.path("changed").asInt())
                .put("unchanged", total.path("unchanged").asInt())
                .put("refused", total.path("failed").asInt());
        result.set("file", file);
        return result;
    }

    private void readAs(String encoding) {
        if (!encoding.equals("utf-8")) {
            told.add("the file was read as " + encoding);
        }
    }

    private void row(JsonNode row) {
        StringJoiner what = new StringJoiner("; ");
        row.path("errors").properties().forEach(field -> field.getValue()
                .forEach(error ->
                        what.add((field.getKey().equals("row") ? "" : field.getKey() + ": ") + error.asText())));
        if (dry) {
            row.path("changes")
                    .properties()
                    .forEach(field -> what.add(String.format(
                            Locale.ROOT,
                            "%s: %s becomes %s",
                            field.getKey(),
                            field.getValue().path("from"),
                            field.getValue().path("to"))));
        }
        if (what.length() > 0) {
            String column = row.has("column") ? ", column " + row.path("column").asInt() : "";
            told.add(
                    String.format(Locale.ROOT, "line %d%s: %s", row.path("line").asInt(), column, what));
        }
    }
}
