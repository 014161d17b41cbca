package io.likewire.gateway.resources.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.resources.StrictJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** A JSON array of objects. */
final class JsonRows implements RowReader {
    private final JsonParser json;

    /** @param text begins with the array */
    JsonRows(String text) {
        try {
            json = StrictJson.parser(text);
            json.nextToken();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public ImportRow next() {
        try {
            if (json.nextToken() == JsonToken.END_ARRAY) {
                requireEnd();
                return null;
            }
            JsonLocation start = json.currentTokenLocation();
            Object row = StrictJson.value(json);
            return row(start.getLineNr(), start.getColumnNr(), row);
        } catch (IOException e) {
            throw malformed();
        }
    }

    private void requireEnd() throws IOException {
        if (json.nextToken() != null) {
            throw malformed();
        }
    }

    private static ImportRow row(int line, int column, Object row) {
        if (row instanceof Map<?, ?> members) {
            @SuppressWarnings("unchecked")
            Map<String, Object> named = (Map<String, Object>) members;
            return ImportRow.of(line, column, known(new JsonObject(named)));
        }
        return new ImportRow(line, column, new JsonObject(), StrictJson.NO_OBJECT);
    }

    /** An export has more fields than can be written. */
    static JsonObject known(JsonObject fields) {
        fields.fieldNames().retainAll(CsvColumns.KNOWN);
        return fields;
    }

    private Refusal malformed() {
        JsonLocation place = json.currentLocation();
        return Refusal.malformed(String.format(
                Locale.ROOT, "Line %d, column %d: malformed JSON", place.getLineNr(), place.getColumnNr()));
    }
}
