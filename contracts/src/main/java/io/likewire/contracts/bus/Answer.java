package io.likewire.contracts.bus;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;

/**
 * What an action answers: a body (JSON, or JSON already printed as bytes that a gateway passes on unread) and headers.
 */
public record Answer(Object body, DeliveryOptions options) {
    public static Answer json(JsonObject body) {
        return new Answer(body, new DeliveryOptions());
    }

    /** JSON as bytes; nobody between here and the HTTP client parses it. */
    public static Answer bytes(Buffer body) {
        return new Answer(body, new DeliveryOptions());
    }

    public static Answer nothing() {
        return new Answer(null, new DeliveryOptions());
    }

    public Answer header(String name, Object value) {
        if (value != null) {
            options.addHeader(name, value.toString());
        }
        return this;
    }
}
