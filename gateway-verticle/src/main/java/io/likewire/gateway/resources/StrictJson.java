package io.likewire.gateway.resources;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;

/** Reads JSON objects from strangers: bounded in depth and in the length of numbers, without duplicate keys. */
public final class StrictJson {
    /** A sentence for the sender. */
    public static final String NO_OBJECT = "Expected a JSON object.";

    /** Another one. */
    public static final String MALFORMED = "Malformed JSON.";

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Object.class);

    private StrictJson() {}

    /** @throws DecodeException with a sentence for the sender */
    public static JsonObject object(Buffer json) {
        if (read(json) instanceof Map<?, ?> members) {
            @SuppressWarnings("unchecked")
            Map<String, Object> named = (Map<String, Object>) members;
            return new JsonObject(named);
        }
        throw new DecodeException(NO_OBJECT);
    }

    /** For what is read piece by piece. */
    public static JsonParser parser(String json) throws IOException {
        return READER.createParser(json);
    }

    private static Object read(Buffer json) {
        try {
            return READER.readValue(json.getBytes());
        } catch (IOException e) {
            throw new DecodeException(MALFORMED);
        }
    }
}
