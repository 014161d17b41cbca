package io.likewire.system.cluster;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.TestMySql;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Ledger;
import io.likewire.system.rig.LiveSocket;
import io.likewire.system.rig.Load;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of two nodes goes while visitors like: nothing accepted is lost or counted twice. */
class NodeDeathIT {
    private static final Logger LOG = LoggerFactory.getLogger(NodeDeathIT.class);
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(4);
    private static final int THREADS = 8;
    private static final int ENOUGH = 300;
    private static Cluster cluster;

    private final Rest rest = cluster.rest();
    private final List<Long> products =
            Stream.of("Apple", "Pear", "Plum").map(rest::create).toList();
    private final LiveSocket socket = LiveSocket.open(cluster.gateway());

    @BeforeAll
    static void start() {
        TestMySql mysql = TestServers.mysql();
        cluster = Cluster.start(
                mysql.freshDatabase("products"),
                mysql.freshDatabase("likes"),
                TestServers.brokers().get(0).freshUri(),
                List.of(Service.LIKES, Service.PRODUCTS));
    }

    @AfterAll
    static void closeCluster() {
        cluster.close();
    }

    @AfterEach
    void close() {
        socket.close();
    }

    @Test
    void likesNodeThatIsKilledCostsSecondsAtMostAndNoLike() {
        Node victim = cluster.nodes(Service.LIKES).get(1);

        Ledger ledger = underLoad(victim.process()::kill, "SIGKILL of a likes node");
        victim.restart();

        assertThat(ledger.statuses()).isSubsetOf(200, 503);
        assertThat(ledger.errorSpan()).isLessThan(LONGEST_OUTAGE);
        nothingIsLostOrCountedTwice(ledger);
    }

    @Test
    void productsNodeThatIsKilledCostsSecondsOfReadsAtMostAndNoLike() {
        Node victim = cluster.nodes(Service.PRODUCTS).get(0);

        Ledger ledger = underLoad(victim.process()::kill, "SIGKILL of a products node");
        victim.restart();

        assertThat(ledger.statusesOfLikes()).containsExactly(200);
        assertThat(ledger.statuses()).isSubsetOf(200, 503);
        assertThat(ledger.errorSpan()).isLessThan(LONGEST_OUTAGE);
        nothingIsLostOrCountedTwice(ledger);
    }

    @Test
    void likesNodeThatIsAskedToLeaveCostsNothing() {
        Node victim = cluster.nodes(Service.LIKES).get(1);

        Ledger ledger = underLoad(victim.process()::terminate, "SIGTERM of a likes node");
        victim.restart();

        assertThat(ledger.statuses()).containsExactly(200);
        nothingIsLostOrCountedTwice(ledger);
    }

    private Ledger underLoad(Runnable fault, String name) {
        products.forEach(socket::watch);
        Ledger ledger = Load.during(rest, THREADS, products, soFar -> {
            await("load").until(() -> soFar.acceptedSince(Long.MIN_VALUE) >= ENOUGH);
            fault.run();
            long moment = System.nanoTime();
            await("load after it").until(() -> soFar.acceptedSince(soFar.lastErrorSince(moment)) >= ENOUGH);
        });
        LOG.info("{}: {}", name, ledger);
        return ledger;
    }

    private void nothingIsLostOrCountedTwice(Ledger ledger) {
        for (long id : products) {
            Set<UUID> rows = cluster.likesDatabase().likers(id);
            assertThat(rows).as("lost").containsAll(ledger.accepted(id));
            Set<UUID> expected = new HashSet<>(ledger.accepted(id));
            expected.addAll(ledger.unknown(id));
            assertThat(expected).as("unexpected").containsAll(rows);
            assertThat(cluster.likesDatabase().count(id)).as("counted").isEqualTo(rows.size());
            await("the projected count").until(() -> rest.projectedLikes(id) == rows.size());
            await("the live count").until(() -> socket.shownLikes(id) == rows.size());
        }
    }
}
