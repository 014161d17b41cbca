package io.likewire.system.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Whether values fit schemas, and hold nothing that their schemas don't speak of. */
final class Schemas {
    private static final JsonSchemaOptions OPTIONS = new JsonSchemaOptions()
            .setBaseUri("app://contract")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic);
    private static final Map<JsonObject, Validator> VALIDATORS = new ConcurrentHashMap<>();

    private Schemas() {}

    /** What is wrong; empty when nothing is. */
    static List<String> complaints(JsonObject schema, Object value) {
        OutputUnit result = VALIDATORS
                .computeIfAbsent(schema, it -> Validator.create(JsonSchema.of(closed(it.copy(), true)), OPTIONS))
                .validate(value);
        return result.getValid()
                ? List.of()
                : result.getErrors().stream()
                        .map(error -> error.getInstanceLocation() + ": " + error.getError())
                        .toList();
    }

    /** @param whole not one of those that a schema is made of, which know each only a part of a value */
    private static JsonObject closed(JsonObject schema, boolean whole) {
        schema.getJsonObject("properties", new JsonObject()).forEach(one -> closed((JsonObject) one.getValue(), true));
        Stream.of("items", "additionalProperties").map(schema::getValue).forEach(each -> {
            if (each instanceof JsonObject of) {
                closed(of, true);
            }
        });
        Stream.of("allOf", "oneOf", "anyOf")
                .flatMap(parts -> schema.getJsonArray(parts, new JsonArray()).stream())
                .forEach(part -> closed((JsonObject) part, false));
        return whole ? schema.put("unevaluatedProperties", false) : schema;
    }
}
