package io.likewire.gateway.resources.operations;

import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.operations.NodeReport;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the processes of the cluster last said of themselves. Runs on one event loop. */
public final class ClusterNodes {
    /** They speak every two seconds: who has missed this many is gone. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Map<String, Heard> heard = new HashMap<>();
    private final Vertx vertx;
    private MessageConsumer<JsonObject> consumer;

    private record Heard(NodeReport report, long at) {}

    public ClusterNodes(Vertx vertx) {
        this.vertx = vertx;
    }

    public Future<Void> open() {
        consumer = vertx.eventBus().consumer(Addresses.NODES, message -> {
            NodeReport report = NodeReport.fromJson(message.body());
            heard.put(report.node(), new Heard(report, now()));
            forget();
        });
        return consumer.completion();
    }

    public Future<Void> close() {
        return consumer == null ? Future.succeededFuture() : consumer.unregister();
    }

    /** Each report with {@code silentSeconds}, since it came; the oldest process first. */
    public List<JsonObject> list() {
        forget();
        return heard.values().stream()
                .sorted(Comparator.comparing((Heard one) -> one.report.since()).thenComparing(one -> one.report.node()))
                .map(one -> one.report.toJson().put("silentSeconds", (now() - one.at) / 1_000))
                .toList();
    }

    private void forget() {
        heard.values().removeIf(one -> now() - one.at > SILENCE.toMillis());
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
