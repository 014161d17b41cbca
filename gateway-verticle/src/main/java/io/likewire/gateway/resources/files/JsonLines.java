package io.likewire.gateway.resources.files;

import com.fasterxml.jackson.core.JsonParser;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.resources.StrictJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;

/** One JSON object a line. A line that is something else says nothing about the others. */
final class JsonLines implements RowReader {
    private final Iterator<String> lines;
    private int number;

    /** @throws Refusal where the objects are printed over several lines */
    JsonLines(String text) {
        requireLines(text);
        lines = text.lines().iterator();
    }

    private static void requireLines(String text) {
        try (JsonParser json = StrictJson.parser(text)) {
            json.nextToken();
            int begin = json.currentTokenLocation().getLineNr();
            if (JsonRow.read(json) != null && json.currentTokenLocation().getLineNr() > begin) {
                throw Refusal.malformed(String.format(
                        Locale.ROOT,
                        "Line %d: an object over several lines. Write each in one line, or all as an array.",
                        begin));
            }
        } catch (IOException e) {
            // its row says so
        }
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
