package io.likewire.system.promises;

import io.likewire.system.rig.Node;
import io.likewire.system.rig.Places;
import io.likewire.system.rig.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More nodes die at once than there are copies of who serves what. */
class NodesKilledTogetherIT {
    @Test
    void gatewayFindsTheServicesAgainAndNoLikeIsLost() {
        try (Troubled troubled = Troubled.start(Places.ONE_HOST)) {
            List<Node> victims = troubled.cluster().nodes().stream()
                    .filter(node -> node.service() != Service.GATEWAY)
                    .toList();
            troubled.survives("SIGKILL of all products and likes nodes at once", () -> {
                victims.parallelStream().forEach(node -> node.process().kill());
                victims.forEach(node -> node.process().start());
            });
        }
    }
}
