package io.likewire.gateway.resources.files;

import io.vertx.core.json.JsonObject;

/**
 * A row as it stands in a file.
 *
 * @param line of the file, from 1 on, where the row begins
 * @param column within the line, from 1 on; 0 where rows are lines
 * @param fields what the row says of a product, unchecked; what else it says is left out
 * @param unreadable why there are no fields, a sentence; null where there are
 */
public record ImportRow(int line, int column, JsonObject fields, String unreadable) {
    private static final char LOST = '\uFFFD';

    static ImportRow of(int line, JsonObject fields) {
        return of(line, 0, fields);
    }

    static ImportRow of(int line, int column, JsonObject fields) {
        boolean lost =
                fields.stream().anyMatch(field -> field.getValue() instanceof String text && text.indexOf(LOST) >= 0);
        return new ImportRow(
                line, column, fields, lost ? "Letters were lost before: there is U+FFFD in their place." : null);
    }

    static ImportRow unreadable(int line, String why) {
        return new ImportRow(line, 0, new JsonObject(), why);
    }
}
