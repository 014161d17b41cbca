package io.likewire.system.rig;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Dead-lettered messages, as an operator handles them on the management port. */
public final class Parked {
    private final Rest management;
    private final String path;

    private Parked(Rest management, String path) {
        this.management = management;
        this.path = path;
    }

    /** What no consumer could apply. */
    public static Parked at(Node node) {
        return new Parked(node.management(), "/operations/messages/parked");
    }

    /** The queue of unroutable messages. */
    public static Parked unroutedAt(Node node) {
        return new Parked(node.management(), "/operations/messages/unrouted");
    }

    public long number() {
        return management.get(path + "?limit=0").json().getLong("messages");
    }

    private JsonArray shown() {
        return management.get(path + "?limit=1000").json().getJsonArray("shown");
    }

    public List<String> reasons() {
        return shown().stream()
                .map(message -> ((JsonObject) message).getString("reason"))
                .toList();
    }

    public JsonObject first() {
        return shown().getJsonObject(0);
    }

    public JsonObject replay() {
        return management.post(path + "/replay", null).json();
    }

    public JsonObject dropAll() {
        return management.delete(path + "?all=true").json();
    }
}
