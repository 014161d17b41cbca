package io.likewire.system.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One operation of the OpenAPI file. */
record Operation(String method, String path, JsonObject item, JsonObject json, JsonObject everyOperation) {
    private static final String PARAMETERS = "parameters";
    private static final String RESPONSES = "responses";

    String id() {
        return json.getString("operationId");
    }

    List<Parameter> parameters() {
        return Stream.of(item, json)
                .flatMap(owner -> owner.getJsonArray(PARAMETERS, new JsonArray()).stream())
                .map(parameter -> new Parameter((JsonObject) parameter))
                .toList();
    }

    List<Parameter> parameters(String in) {
        return parameters().stream().filter(p -> p.in().equals(in)).toList();
    }

    /** Whether it matters who asks. */
    boolean knowsCallers() {
        return json.getJsonArray("security", new JsonArray()).stream()
                .anyMatch(way -> ((JsonObject) way).containsKey("visitor"));
    }

    /** Whether it takes an account; where the operation says nothing, that of an administrator. */
    boolean takesAccount() {
        return !json.containsKey("security") || ways().allMatch(way -> way.containsKey("account"));
    }

    /** Whether the session's cookie matters. */
    boolean knowsSessions() {
        return ways().anyMatch(way -> way.containsKey("refreshCookie"));
    }

    private Stream<JsonObject> ways() {
        return json.getJsonArray("security", new JsonArray()).stream().map(JsonObject.class::cast);
    }

    /** By media type; empty when the operation has no body. */
    JsonObject bodies() {
        return json.getJsonObject("requestBody", new JsonObject()).getJsonObject("content", new JsonObject());
    }

    Set<String> statuses() {
        return json.getJsonObject(RESPONSES).fieldNames();
    }

    /** What the file says of this status here; null when it says nothing. */
    JsonObject response(int status) {
        String name = Integer.toString(status);
        JsonObject own = json.getJsonObject(RESPONSES).getJsonObject(name);
        return own != null ? own : everyOperation.getJsonObject(RESPONSES).getJsonObject(name);
    }

    JsonObject headersOfAll() {
        return everyOperation.getJsonObject("headers");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
