package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.TestMySql;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Ledger;
import io.likewire.system.rig.Load;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Places;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gateway and two nodes of each service, under load, in trouble; with a supervisor that starts what ended by itself. */
final class Troubled implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Troubled.class);
    private static final boolean SOAK = Boolean.getBoolean("likewire.soak");
    private static final Duration HEALED = Duration.ofSeconds(30);
    private static final int VISITORS = 4;

    private final Cluster cluster;
    private final List<Long> products;
    private int restarts;

    private Troubled(Cluster cluster) {
        this.cluster = cluster;
        this.products =
                Stream.of("Apple", "Pear", "Plum").map(cluster.rest()::create).toList();
    }

    static Troubled start(Places places) {
        TestMySql mysql = TestServers.mysql();
        return new Troubled(Cluster.start(
                mysql.freshDatabase("products"),
                mysql.freshDatabase("likes"),
                TestServers.brokers().get(0).freshUri(),
                List.of(Service.LIKES, Service.PRODUCTS),
                places));
    }

    /** How long a pause lasts: in any case longer than the cluster waits for a silent node. */
    static Duration pause() {
        return Duration.ofSeconds(SOAK ? 45 : 12);
    }

    Cluster cluster() {
        return cluster;
    }

    /** The number of the second node of a service in the order of launch. */
    int second(Service service) {
        return cluster.nodes().indexOf(cluster.nodes(service).get(1));
    }

    /** The fault comes under load; once it is over, every node answers again and nothing was lost or counted twice. */
    void survives(String name, Runnable fault) {
        allSeeEachOther();
        Ledger ledger = Load.during(cluster.rest(), VISITORS, products, soFar -> {
            await("load").until(() -> soFar.acceptedSince(Long.MIN_VALUE) >= 100);
            fault.run();
            long over = System.nanoTime();
            everyNodeAnswers();
            Duration took = Duration.ofNanos(System.nanoTime() - over);
            LOG.info("{}: every node answers {} ms later, {} started afresh", name, took.toMillis(), restarts);
            if (SOAK) {
                assertThat(took).isLessThan(HEALED);
            }
            await("load after it").until(() -> soFar.acceptedSince(soFar.lastErrorSince(over)) >= 100);
        });
        LOG.info("{}: {}", name, ledger);
        nothingIsLostOrCountedTwice(ledger);
    }

    void allSeeEachOther() {
        await("all see each other").until(() -> cluster.nodes().stream().allMatch(this::seesAll));
    }

    /** The others are {@code seen}, itself included. */
    static boolean sees(Node node, int seen) {
        return node.metric("likewire_cluster_members") == seen;
    }

    private boolean seesAll(Node node) {
        try {
            return sees(node, cluster.nodes().size()) && node.metric("likewire_cluster_cut_off") == 0;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private void everyNodeAnswers() {
        Map<Node, Double> before = new HashMap<>();
        await("every node answers").until(() -> {
            cluster.nodes().forEach(this::supervise);
            return cluster.nodes().stream()
                                    .filter(node -> answersMore(node, before))
                                    .count()
                            == cluster.nodes().size()
                    && cluster.nodes().stream().allMatch(this::seesAll);
        });
    }

    private void supervise(Node node) {
        if (!node.process().isAlive()) {
            LOG.info(
                    "{} has ended by itself:\n{}",
                    node.service(),
                    node.process().output());
            restarts++;
            node.process().start();
        }
    }

    /** More than when it was first asked: a process that starts anew counts from zero. */
    private static boolean answersMore(Node node, Map<Node, Double> before) {
        if (node.service() == Service.GATEWAY) {
            return true;
        }
        try {
            double now = answered(node);
            return now > before.merge(node, now, Math::min);
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static double answered(Node node) {
        String address = "\"likewire." + node.service().name().toLowerCase() + "\"";
        return node.metric("vertx_eventbus_processed_total", address);
    }

    private void nothingIsLostOrCountedTwice(Ledger ledger) {
        for (long id : products) {
            Set<UUID> rows = cluster.likesDatabase().likers(id);
            assertThat(rows).as("lost").containsAll(ledger.accepted(id));
            Set<UUID> expected = new HashSet<>(ledger.accepted(id));
            expected.addAll(ledger.unknown(id));
            assertThat(expected).as("unexpected").containsAll(rows);
            assertThat(cluster.likesDatabase().count(id)).as("counted").isEqualTo(rows.size());
            Rest rest = cluster.rest();
            await("the projected count").until(() -> rest.projectedLikes(id) == rows.size());
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
