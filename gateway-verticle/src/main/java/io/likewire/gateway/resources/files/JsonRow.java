package io.likewire.gateway.resources.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;

/** One row of a JSON file: a file of a few megabytes has millions of values in it that no product has, so none of them is kept. */
final class JsonRow {
    private static final int MOST_VALUES = 10_000;

    private final JsonParser json;
    private int values;

    private JsonRow(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads the value that begins at the parser's token, to its end.
     *
     * @return what it says of a product; what has no place in one is empty; null where it is no object
     */
    static JsonObject read(JsonParser json) throws IOException {
        return new JsonRow(json).fields();
    }

    private JsonObject fields() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            skip();
            return null;
        }
        JsonObject fields = new JsonObject();
        while (next() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            next();
            if (CsvColumns.KNOWN.contains(name)) {
                fields.put(name, value());
            } else {
                skip();
            }
        }
        return fields;
    }

    private Object value() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case START_OBJECT -> {
                skip();
                yield new JsonObject();
            }
            case START_ARRAY -> {
                skip();
                yield new JsonArray();
            }
            default -> null;
        };
    }

    private void skip() throws IOException {
        int open = 0;
        JsonToken token = json.currentToken();
        while (true) {
            if (token.isStructStart()) {
                open++;
            } else if (token.isStructEnd()) {
                open--;
            }
            if (open == 0) {
                return;
            }
            token = next();
        }
    }

    private JsonToken next() throws IOException {
        values++;
        if (values > MOST_VALUES) {
            throw new TooManyValues();
        }
        JsonToken token = json.nextToken();
        if (token == null) {
            throw new IOException("The file ends within a row");
        }
        return token;
    }

    /** More than anybody keeps of a product. */
    static final class TooManyValues extends IOException {
        private TooManyValues() {
            super("More than " + MOST_VALUES + " values.");
        }
    }
}
