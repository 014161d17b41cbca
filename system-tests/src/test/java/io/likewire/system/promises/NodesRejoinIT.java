package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.likewire.system.rig.Links;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Places;
import io.likewire.system.rig.Service;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nodes stand still, are cut off, or die together: afterwards every node answers again, and nobody restarts one by hand. */
@Tag("full")
class NodesRejoinIT {
    private static final boolean CAN_CUT = Links.obstacle().isEmpty();
    private static Links links;
    private static Troubled troubled;

    private final Node likes = troubled.cluster().nodes(Service.LIKES).get(1);
    private final Node gateway = troubled.cluster().node(Service.GATEWAY);

    @BeforeAll
    static void start() {
        links = CAN_CUT ? new Links() : null;
        troubled = Troubled.start(CAN_CUT ? links : Places.ONE_HOST);
    }

    @AfterAll
    static void close() {
        troubled.close();
        if (CAN_CUT) {
            links.close();
        }
    }

    @AfterEach
    void heal() {
        if (CAN_CUT) {
            links.heal();
        }
    }

    @Test
    void nodeThatStoodStillAnswersAgain() throws Exception {
        troubled.survives("paused-node", () -> standStill(likes));
    }

    @Test
    void nodeThatWasCutOffAnswersAgain() throws Exception {
        linksCanBeCut();
        troubled.survives("node-cut-off", () -> cutOff(likes));
    }

    @Test
    void nodesThatDiedTogetherAreFoundAgain() throws Exception {
        List<Node> services = troubled.cluster().nodes().stream()
                .filter(node -> node.service() != Service.GATEWAY)
                .toList();
        troubled.survives("nodes-die-together", () -> {
            services.parallelStream().forEach(node -> node.process().kill());
            services.forEach(node -> node.process().start());
        });
    }

    @Test
    @Tag("soak")
    void nodeThatStoodStillWhileItJoinedAnswersAgain() throws Exception {
        troubled.survives("paused-while-joining", () -> {
            likes.process().kill();
            likes.restart();
            standStill(likes);
        });
    }

    @Test
    @Tag("soak")
    void gatewayThatWasCutOffFindsTheServicesAgain() throws Exception {
        linksCanBeCut();
        troubled.survives("gateway-cut-off", () -> cutOff(gateway));
    }

    /** The cluster's heartbeats go on, and only the event bus is cut. */
    @Test
    @Tag("soak")
    void nodeWhoseEventBusAloneIsCutOffEndsToBeStartedAfresh() throws Exception {
        linksCanBeCut();
        troubled.survives("bus-cut-off", () -> {
            links.cutBus(place(likes));
            await("it notices").until(() -> likes.metric("likewire_cluster_cut_off") == 1);
            assertThat(likes.isReady()).isFalse();
            await("its end").until(() -> !likes.process().isAlive());
            assertThat(exitCode(likes)).isEqualTo(3);
            links.heal();
        });
    }

    private static void linksCanBeCut() {
        assumeTrue(CAN_CUT, () -> Links.obstacle().orElse(""));
    }

    private static void standStill(Node victim) {
        victim.process().pause();
        try {
            long end = System.nanoTime() + Troubled.pause().toNanos();
            await("the pause").until(() -> System.nanoTime() > end);
        } finally {
            victim.process().resume();
        }
    }

    /** Until each side has given the other up. */
    private static void cutOff(Node victim) {
        links.cut(place(victim));
        List<Node> nodes = troubled.cluster().nodes();
        for (Node node : nodes) {
            int seen = node == victim ? 1 : nodes.size() - 1;
            await("both sides give up").until(() -> Troubled.sees(node, seen));
        }
        links.heal();
    }

    private static int place(Node node) {
        return troubled.cluster().nodes().indexOf(node);
    }

    private static int exitCode(Node node) {
        try {
            return node.process().exitCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
