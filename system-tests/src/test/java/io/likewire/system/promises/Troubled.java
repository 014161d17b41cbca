package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.TestMySql;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Patience;
import io.likewire.system.rig.Places;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Trial;
import io.likewire.system.rig.ledger.Habits;
import io.likewire.system.rig.ledger.Load;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gateway and two nodes of each service, under load, in trouble; with a supervisor that starts what ended by itself. */
final class Troubled implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Troubled.class);
    private static final Duration HEALED = Duration.ofSeconds(30);
    private static final Duration CONVERGENCE = Patience.LIMIT;
    private static final int VISITORS = 4;
    private static final int PRODUCTS = 3;
    private static final int ENOUGH = 100;

    private final Cluster cluster;
    private int restarts;

    private Troubled(Cluster cluster) {
        this.cluster = cluster;
    }

    static Troubled start(Places places) {
        TestMySql mysql = TestServers.mysql();
        return new Troubled(Cluster.start(
                mysql.freshDatabase("products"),
                mysql.freshDatabase("likes"),
                TestServers.broker().freshUri(),
                List.of(Service.LIKES, Service.PRODUCTS),
                places));
    }

    /** How long a pause lasts: in any case longer than the cluster waits for a silent node. */
    static Duration pause() {
        return Duration.ofSeconds(Soak.choose(12, 45));
    }

    Cluster cluster() {
        return cluster;
    }

    /** The fault comes under load; once it is over, every node answers again and nothing was lost or counted twice. */
    void survives(String name, Runnable fault) throws Exception {
        cluster.awaitAllSeeEachOther();
        Trial.run(name, cluster, PRODUCTS, trial -> {
            try (Load load = trial.load(Habits.usual(VISITORS, trial.products()))) {
                await("load").until(() -> load.tally().acceptedLikes() >= ENOUGH);
                trial.timeline().note("cluster", name);
                fault.run();
                healed(trial);
                load.tally().forgetLastError();
                await("load after it").until(() -> load.tally().acceptedSinceError() >= ENOUGH);
            }
            trial.prove(CONVERGENCE);
        });
    }

    private void healed(Trial trial) {
        long over = System.nanoTime();
        everyNodeAnswers();
        Duration took = Duration.ofNanos(System.nanoTime() - over);
        trial.timeline().note("cluster", "every node answers");
        trial.report().figure("every node answers after ms", took.toMillis());
        trial.report().figure("nodes started afresh", restarts);
        if (Soak.isOn()) {
            assertThat(took).isLessThan(HEALED);
        }
    }

    /** How many nodes this one sees, itself included. */
    static boolean sees(Node node, int seen) {
        return node.metric("likewire_cluster_members") == seen;
    }

    private void everyNodeAnswers() {
        Map<Node, Double> before = new HashMap<>();
        await("every node answers").until(() -> {
            cluster.nodes().forEach(this::supervise);
            return cluster.nodes().stream()
                                    .filter(node -> answersMore(node, before))
                                    .count()
                            == cluster.nodes().size()
                    && cluster.nodes().stream().allMatch(cluster::seesAll);
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
        String address = "\"likewire." + node.service().name().toLowerCase(Locale.ROOT) + "\"";
        return node.metric("vertx_eventbus_processed_total", address);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
