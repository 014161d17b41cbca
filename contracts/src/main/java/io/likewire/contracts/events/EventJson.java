package io.likewire.contracts.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/** Reads and prints the bodies of events. Unknown keys are ignored (a newer sender may add some), wrong ones refused. */
final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private static final long HIGHEST_ID = (1L << 53) - 1;

    private EventJson() {}

    static ObjectReader readerOf(Class<?> type) {
        return MAPPER.readerFor(type);
    }

    static <T> T read(ObjectReader reader, Buffer body) {
        try {
            T event = reader.readValue(body.getBytes());
            if (event == null) {
                throw new MalformedEvent("Expected a JSON object, but got null");
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new MalformedEvent(e.getOriginalMessage());
        } catch (IOException e) {
            throw new MalformedEvent(e.getMessage());
        }
    }

    static Buffer print(Object event) {
        try {
            return Buffer.buffer(MAPPER.writeValueAsBytes(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Ids are numbers of JavaScript too; one above would end the counter for new ids of whoever believes it. */
    static void checkId(String name, long id) {
        check(id > 0 && id <= HIGHEST_ID, "Expected a possible " + name + ", but got " + id);
    }

    static void check(boolean possible, String sentence) {
        if (!possible) {
            throw new MalformedEvent(sentence);
        }
    }
}
