package io.likewire.system.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
        List<String> complaints = new ArrayList<>();
        OutputUnit result = VALIDATORS
                .computeIfAbsent(schema, s -> Validator.create(JsonSchema.of(s.copy()), OPTIONS))
                .validate(value);
        if (!result.getValid()) {
            result.getErrors().forEach(error -> complaints.add(error.getInstanceLocation() + ": " + error.getError()));
        }
        undescribed(List.of(schema), value, "#", complaints);
        return complaints;
    }

    private static void undescribed(List<JsonObject> schemas, Object value, String place, List<String> complaints) {
        List<JsonObject> all = parts(schemas);
        if (value instanceof JsonObject object) {
            object.forEach(member -> {
                List<JsonObject> about = about(all, member.getKey());
                if (about.isEmpty()) {
                    complaints.add(place + "/" + member.getKey() + ": the file doesn't speak of it");
                }
                undescribed(about, member.getValue(), place + "/" + member.getKey(), complaints);
            });
        } else if (value instanceof JsonArray array) {
            List<JsonObject> items = all.stream()
                    .map(schema -> schema.getJsonObject("items"))
                    .filter(schema -> schema != null)
                    .toList();
            array.forEach(item -> undescribed(items, item, place + "/-", complaints));
        }
    }

    private static List<JsonObject> about(List<JsonObject> schemas, String name) {
        List<JsonObject> about = new ArrayList<>();
        for (JsonObject schema : schemas) {
            JsonObject property =
                    schema.getJsonObject("properties", new JsonObject()).getJsonObject(name);
            if (property != null) {
                about.add(property);
            } else if (schema.getValue("additionalProperties") instanceof JsonObject any) {
                about.add(any);
            } else if (Boolean.TRUE.equals(schema.getValue("additionalProperties"))) {
                about.add(new JsonObject());
            }
        }
        return about;
    }

    /** The schemas and those that they are made of. */
    private static List<JsonObject> parts(List<JsonObject> schemas) {
        List<JsonObject> all = new ArrayList<>();
        for (JsonObject schema : schemas) {
            all.add(schema);
            for (String way : List.of("allOf", "oneOf", "anyOf")) {
                schema.getJsonArray(way, new JsonArray())
                        .forEach(part -> all.addAll(parts(List.of((JsonObject) part))));
            }
        }
        return all;
    }
}
