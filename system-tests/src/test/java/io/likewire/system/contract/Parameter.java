package io.likewire.system.contract;

import io.vertx.core.json.JsonObject;

/** A parameter of an operation. */
record Parameter(JsonObject json) {
    String name() {
        return json.getString("name");
    }

    String in() {
        return json.getString("in");
    }

    boolean required() {
        return json.getBoolean("required", false);
    }

    JsonObject schema() {
        return json.getJsonObject("schema");
    }

    Object example() {
        return json.containsKey("example") ? json.getValue("example") : schema().getValue("example");
    }
}
