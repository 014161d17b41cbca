package io.likewire.cli.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.likewire.cli.terminal.Table;

final class DeadLetterRow {
    private DeadLetterRow() {}

    /** Nothing of it is cut. */
    static Table table(JsonNode message) {
        Table table = Table.whole("FIELD", "VALUE");
        message.fields().forEachRemaining(field -> {
            if (!field.getValue().isNull()) {
                table.row(field.getKey(), field.getValue().asText());
            }
        });
        return table;
    }
}
