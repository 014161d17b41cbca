package io.likewire.system.rig;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;

/** An answer over HTTP. */
public record Reply(int status, HttpHeaders headers, String text) {
    public JsonObject json() {
        return new JsonObject(text);
    }

    public JsonArray array() {
        return new JsonArray(text);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }
}
