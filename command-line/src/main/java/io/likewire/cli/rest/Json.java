package io.likewire.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Making and reading JSON. */
public final class Json {
    public static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /**
     * @param otherwise about a text that is something else
     * @throws ErrorResponse for such a one
     */
    public static JsonNode read(String text, String otherwise) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ErrorResponse(otherwise);
        }
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }
}
