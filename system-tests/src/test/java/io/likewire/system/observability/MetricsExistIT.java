package io.likewire.system.observability;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Wired;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What alerts and dashboards ask for is printed by some process of a cluster. */
@Tag("full")
class MetricsExistIT {
    /** With the reason why they need not be there at any time. */
    private static final Map<String, String> NOT_YET = Map.of(
            "up", "Prometheus makes it",
            "likewire_spans_total", "printed while tracing is on",
            "jvm_gc_pause_seconds_max", "printed after the first pause");

    private static final Set<String> ANSWERED_ONLY_IN_TROUBLE = Set.of("5..");

    private final Cluster cluster = Wired.shared().cluster();

    @Test
    void everyMetricOfAnAlertOrADashboardIsPrintedWithItsLabels() {
        long product = cluster.rest().create("Watched");
        cluster.rest().newVisitor().like(product);
        cluster.rest().get("/api/products/4000000000");
        List<Selector> asked = Deployed.expressions().values().stream()
                .flatMap(List::stream)
                .flatMap(expression -> Selector.in(expression).stream())
                .filter(selector -> !NOT_YET.containsKey(selector.metric()))
                .filter(selector ->
                        selector.labels().stream().noneMatch(label -> ANSWERED_ONLY_IN_TROUBLE.contains(label.value())))
                .toList();

        assertThat(Selector.names(asked)).hasSizeGreaterThan(30);
        await("every metric").untilAsserted(() -> {
            String printed = printed();
            assertThat(asked).filteredOn(selector -> !selector.isIn(printed)).isEmpty();
        });
    }

    @Test
    void rateErrorsAndDurationAreToldByRouteAndByBusAddress() {
        long product = cluster.rest().create("Counted");
        cluster.rest().newVisitor().like(product);

        await("routes").untilAsserted(() -> assertThat(printed().lines())
                .anyMatch(line -> line.startsWith("vertx_http_server_response_time_seconds_bucket")
                        && line.contains("code=\"200\"")
                        && line.contains("method=\"POST\"")
                        && line.contains("route=\"/api/products/:productId/like\""))
                .anyMatch(line -> line.startsWith("vertx_eventbus_processed_total")
                        && line.contains("address=\"likewire.likes\""))
                .anyMatch(line -> line.startsWith("likewire_bus_seconds_bucket")
                        && line.contains("address=\"likewire.likes\"")
                        && line.contains("action=\"like\"")
                        && line.contains("outcome=\"done\"")));
    }

    @Test
    void everyMetricOfOursIsWatched() {
        Set<String> watched = Deployed.expressions().values().stream()
                .flatMap(List::stream)
                .flatMap(expression -> Selector.in(expression).stream())
                .map(Selector::metric)
                .collect(Collectors.toSet());
        Set<String> ours = printed()
                .lines()
                .filter(line -> line.startsWith("likewire_"))
                .map(line -> line.split("[{ ]", 2)[0])
                .filter(name -> !name.endsWith("_max"))
                .collect(Collectors.toSet());

        assertThat(watched).containsAll(ours);
    }

    private String printed() {
        return cluster.nodes().stream()
                .map(node -> node.management().get("/metrics").text())
                .collect(Collectors.joining("\n"));
    }
}
