package io.likewire.system.edge;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.LocalCertificate;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** R11: both nodes of a service are asked to leave, one after the other, while visitors like: nobody notices. */
@Tag("full")
class RollingRestartIT {
    private static final Logger LOG = LoggerFactory.getLogger(RollingRestartIT.class);
    private static final int VISITORS = 100;
    private static final int ENOUGH = 300;
    private final Cluster cluster = Stage.whole().cluster();
    private final Rest rest = cluster.rest();
    private final long product = rest.create("Apple");

    static Stream<List<Service>> rollouts() {
        List<Service> all = List.of(Service.PRODUCTS, Service.LIKES, Service.GATEWAY);
        return Soak.isOn() ? all.stream().map(List::of) : Stream.of(all);
    }

    /** In the short form the first nodes of all services at once, then the second ones. */
    @ParameterizedTest
    @MethodSource("rollouts")
    void nobodyNoticesWhenTheNodesOfServicesRestart(List<Service> services) {
        List<List<Node>> waves = Stream.of(0, 1)
                .map(place -> services.stream()
                        .map(service -> cluster.nodes(service).get(place))
                        .toList())
                .toList();
        nobodyNotices(waves, cluster.gateways());
    }

    /** R11 as E1 asks for it: many requests are on one connection when its gateway leaves. */
    @Test
    void nobodyNoticesOverHttp2WhenGatewaysRestart() {
        List<Node> gateways = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                gateways.add(cluster.add(Service.GATEWAY, LocalCertificate.settings()));
            }
            nobodyNotices(
                    gateways.stream().map(List::of).toList(),
                    gateways.stream().map(Node::http).toList());
        } finally {
            gateways.forEach(cluster::remove);
        }
    }

    private void nobodyNotices(List<List<Node>> waves, List<URI> gateways) {
        Visitors visitors = Visitors.come(rest, gateways, product, VISITORS);
        try (visitors) {
            awaitMore(visitors);
            for (int round = 0; round < Soak.choose(1, 5); round++) {
                waves.forEach(wave -> restart(wave, visitors));
            }
        }
        LOG.info(
                "{} restarted: {} good answers, failures {}",
                names(waves.get(0)),
                visitors.good(),
                visitors.failures());
        assertThat(visitors.failures()).isEmpty();
        assertThat(cluster.likesDatabase().likers(product))
                .isEqualTo(visitors.fans().stream().map(fan -> fan.id()).collect(Collectors.toSet()));
        await("the projected count")
                .until(() -> rest.projectedLikes(product) == visitors.fans().size());
    }

    private static void restart(List<Node> wave, Visitors visitors) {
        long begin = System.nanoTime();
        wave.parallelStream().forEach(node -> node.process().terminate());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        LOG.info("{} left within {} ms; failures so far {}", names(wave), took.toMillis(), visitors.failures());
        if (Soak.isOn()) {
            assertThat(took).isLessThan(Duration.ofSeconds(15));
        }
        awaitMore(visitors);
        wave.parallelStream().forEach(Node::restart);
        awaitMore(visitors);
    }

    private static List<Service> names(List<Node> wave) {
        return wave.stream().map(Node::service).toList();
    }

    private static void awaitMore(Visitors visitors) {
        int before = visitors.good();
        await("answers").until(() -> visitors.good() >= before + ENOUGH);
    }
}
