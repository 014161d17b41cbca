package io.likewire.gateway.resources.files;

import com.fasterxml.jackson.core.JsonParser;
import io.likewire.gateway.resources.StrictJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Iterator;

/** One JSON object a line. A line that is something else says nothing about the others. */
final class JsonLines implements RowReader {
    private final Iterator<String> lines;
    private int number;

    JsonLines(String text) {
        lines = text.lines().iterator();
    }

    @Override
    public ImportRow next() {
        while (lines.hasNext()) {
            // A file that was put together of others has their marks in it.
            String line = lines.next().replaceFirst("^\uFEFF", "");
            number++;
            if (!line.isBlank()) {
                return row(line);
            }
        }
        return null;
    }

    private ImportRow row(String line) {
        try (JsonParser json = StrictJson.parser(line)) {
            json.nextToken();
            JsonObject fields = JsonRow.read(json);
            if (json.nextToken() != null) {
                return ImportRow.unreadable(number, StrictJson.MALFORMED);
            }
            return fields == null ? ImportRow.unreadable(number, StrictJson.NO_OBJECT) : ImportRow.of(number, fields);
        } catch (JsonRow.TooManyValues e) {
            return ImportRow.unreadable(number, e.getMessage());
        } catch (IOException e) {
            return ImportRow.unreadable(number, StrictJson.MALFORMED);
        }
    }
}
