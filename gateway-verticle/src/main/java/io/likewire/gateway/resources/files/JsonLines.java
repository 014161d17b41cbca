package io.likewire.gateway.resources.files;

import io.likewire.gateway.resources.StrictJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
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
            String line = lines.next();
            number++;
            if (!line.isBlank()) {
                return row(line);
            }
        }
        return null;
    }

    private ImportRow row(String line) {
        try {
            // A file that was put together of others has their marks in it.
            JsonObject fields = StrictJson.object(Buffer.buffer(line.replaceFirst("^\uFEFF", "")));
            return ImportRow.of(number, JsonRows.known(fields));
        } catch (DecodeException e) {
            return ImportRow.unreadable(number, e.getMessage());
        }
    }
}
