package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.likewire.cli.rest.ErrorResponse;
import io.likewire.cli.rest.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What the server said of an import, line by line. */
final class ImportReport {
    private static final Map<String, String> COUNTS = new TreeMap<>(
            Map.of("created", "made", "changed", "changed", "unchanged", "unchanged", "failed", "refused"));

    private final boolean dry;
    private final int linesBefore;
    private final List<String> told = new ArrayList<>();
    private ObjectNode file = Json.object();
    private JsonNode total;
    private JsonNode problem;

    /**
     * @param dry whether changes are told too
     * @param linesBefore what is added to a line of the part for that of the file
     */
    ImportReport(boolean dry, int linesBefore) {
        this.dry = dry;
        this.linesBefore = linesBefore;
    }

    /** Always true: all of them are wanted. */
    boolean add(JsonNode line) {
        if (line.has("file")) {
            file = (ObjectNode) line.path("file");
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

    /** To what came of the parts before. */
    void addTo(ObjectNode result) {
        COUNTS.forEach((theirs, ours) ->
                result.put(ours, result.path(ours).asInt() + total.path(theirs).asInt()));
        ObjectNode read = file.deepCopy();
        read.put(
                "rows",
                result.path("file").path("rows").asInt() + file.path("rows").asInt());
        result.set("file", read);
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
            told.add(String.format(
                    Locale.ROOT, "line %d%s: %s", linesBefore + row.path("line").asInt(), column, what));
        }
    }
}
