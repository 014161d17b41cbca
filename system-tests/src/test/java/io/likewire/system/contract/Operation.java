package io.likewire.system.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** One operation of the OpenAPI file. */
record Operation(String method, String path, JsonObject item, JsonObject json, JsonObject everyOperation) {
    record Parameter(String name, String in, boolean required, JsonObject schema, Object example) {
        static Parameter of(JsonObject json) {
            JsonObject schema = json.getJsonObject("schema");
            return new Parameter(
                    json.getString("name"),
                    json.getString("in"),
                    json.getBoolean("required", false),
                    schema,
                    json.getValue("example", schema.getValue("example")));
        }

        boolean isId() {
            return in.equals("path") && name.endsWith("Id");
        }
    }

    String id() {
        return json.getString("operationId");
    }

    List<Parameter> parameters() {
        return Stream.of(item, json)
                .flatMap(owner -> objects(owner, "parameters"))
                .map(Parameter::of)
                .toList();
    }

    /** Whether it matters which visitor asks. */
    boolean knowsCallers() {
        return objects(json, "security").anyMatch(way -> way.containsKey("visitor"));
    }

    /** Whether it takes an account; where the operation says nothing, that of an administrator. */
    boolean takesAccount() {
        return objects(json, "security").allMatch(way -> way.containsKey("account"));
    }

    /** Whether the session's cookie matters. */
    boolean knowsSessions() {
        return objects(json, "security").anyMatch(way -> way.containsKey("refreshCookie"));
    }

    /** By media type; empty when the operation has no body. */
    JsonObject bodies() {
        return json.getJsonObject("requestBody", new JsonObject()).getJsonObject("content", new JsonObject());
    }

    JsonObject responses() {
        return json.getJsonObject("responses");
    }

    /** What the file says of this status here; null when it says nothing. */
    JsonObject response(int status) {
        String name = Integer.toString(status);
        return responses()
                .getJsonObject(name, everyOperation.getJsonObject("responses").getJsonObject(name));
    }

    JsonObject headersOfAll() {
        return everyOperation.getJsonObject("headers");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Stream<JsonObject> objects(JsonObject owner, String name) {
        return owner.getJsonArray(name, new JsonArray()).stream().map(JsonObject.class::cast);
    }
}
