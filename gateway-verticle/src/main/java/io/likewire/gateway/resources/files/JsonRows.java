package io.likewire.gateway.resources.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.resources.StrictJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Locale;

/** A JSON array of objects. */
final class JsonRows implements RowReader {
    private static final String MALFORMED = "malformed JSON";
    private final JsonParser json;

    /** @throws Refusal where no array begins */
    JsonRows(String text) {
        try {
            json = StrictJson.parser(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        try {
            json.nextToken();
        } catch (IOException e) {
            throw refused(MALFORMED);
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
            return row(start.getLineNr(), start.getColumnNr(), JsonRow.read(json));
        } catch (JsonRow.TooManyValues e) {
            throw refused("a row has too many values");
        } catch (IOException e) {
            throw refused(MALFORMED);
        }
    }

    private void requireEnd() throws IOException {
        if (json.nextToken() != null) {
            throw refused(MALFORMED);
        }
    }

    private static ImportRow row(int line, int column, JsonObject fields) {
        return fields == null
                ? new ImportRow(line, column, new JsonObject(), StrictJson.NO_OBJECT)
                : ImportRow.of(line, column, fields);
    }

    private Refusal refused(String reason) {
        JsonLocation place = json.currentLocation();
        return Refusal.malformed(
                String.format(Locale.ROOT, "Line %d, column %d: %s", place.getLineNr(), place.getColumnNr(), reason));
    }
}
