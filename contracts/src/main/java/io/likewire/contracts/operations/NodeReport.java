package io.likewire.contracts.operations;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * How one process is, in its own words.
 *
 * @param node its id in the cluster; {@code alone} without one
 * @param since when it started
 * @param services by name: {@code {"status":"up|degraded|down","parts":{"database":"up"}}}
 * @param outbox by service: {@code {"rows":0,"oldestSeconds":0.0}}; without events, empty
 * @param queues messages that wait, by queue; null where the broker is away
 * @param reconciliation {@code {"checked":n,"counterRepairs":n,"projectionRepairs":n}} since the start; empty where it does not run
 */
public record NodeReport(
        String node,
        Instant since,
        JsonObject services,
        JsonObject outbox,
        JsonObject queues,
        JsonObject reconciliation) {
    /** The members in this order. */
    public JsonObject toJson() {
        return new JsonObject()
                .put("node", node)
                .put("since", since.toString())
                .put("services", services)
                .put("outbox", outbox)
                .put("queues", queues)
                .put("reconciliation", reconciliation);
    }

    public static NodeReport fromJson(JsonObject json) {
        return new NodeReport(
                json.getString("node"),
                Instant.parse(json.getString("since")),
                json.getJsonObject("services"),
                json.getJsonObject("outbox"),
                json.getJsonObject("queues"),
                json.getJsonObject("reconciliation"));
    }
}
