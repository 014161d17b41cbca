package io.likewire.platform.launch;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.operations.NodeReport;
import io.likewire.platform.management.Health;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.json.JsonObject;
import io.vertx.core.spi.cluster.ClusterManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells the gateways every two seconds how this process is: its services' health, and what its metrics say of events. */
final class NodeReporter {
    private static final long EVERY_MS = Duration.ofSeconds(2).toMillis();
    private static final String STANDALONE = "standalone";
    private final Vertx vertx;
    private final List<Health> healths;
    private final MeterRegistry metrics;
    private final Instant since = Instant.now();
    private final String node;

    NodeReporter(Vertx vertx, List<Health> healths, MeterRegistry metrics) {
        this.vertx = vertx;
        this.healths = healths;
        this.metrics = metrics;
        ClusterManager cluster = ((VertxInternal) vertx).clusterManager();
        this.node = cluster == null ? STANDALONE : cluster.getNodeId();
    }

    /** Until Vert.x is closed. */
    void start() {
        vertx.setPeriodic(EVERY_MS, due -> tell());
    }

    /** Also at once, so that a gateway that has just begun knows its own node. */
    void tell() {
        Health.reports(healths).onSuccess(services -> vertx.eventBus()
                .publish(Addresses.NODES, report(services).toJson()));
    }

    private NodeReport report(JsonObject services) {
        JsonObject outbox = new JsonObject();
        metrics.find("likewire.outbox.rows")
                .gauges()
                .forEach(rows -> outbox.put(rows.getId().getTag("service"), outbox(rows)));
        JsonObject queues = new JsonObject();
        metrics.find("likewire.queue.messages")
                .gauges()
                .forEach(depth -> queues.put(depth.getId().getTag("queue"), whole(depth.value())));
        return new NodeReport(node, since, services, outbox, queues, reconciliation());
    }

    private JsonObject outbox(Gauge rows) {
        String service = rows.getId().getTag("service");
        Gauge oldest =
                metrics.find("likewire.outbox.oldest").tag("service", service).gauge();
        return new JsonObject()
                .put("rows", whole(rows.value()))
                .put("oldestSeconds", oldest == null ? 0.0 : oldest.value());
    }

    private JsonObject reconciliation() {
        var checked = metrics.find("likewire.reconciliation.checked").counter();
        return checked == null
                ? new JsonObject()
                : new JsonObject()
                        .put("checked", whole(checked.count()))
                        .put("counterRepairs", repairs("counter"))
                        .put("projectionRepairs", repairs("projection"));
    }

    private Long repairs(String kind) {
        return whole(metrics.get("likewire.reconciliation.repairs")
                .tag("kind", kind)
                .counter()
                .count());
    }

    /** Null for what is not known. */
    private static Long whole(double value) {
        return Double.isNaN(value) ? null : Math.round(value);
    }
}
