package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.likewire.system.rig.Links;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The links between nodes are cut until each side has given the other up, and healed. */
class PartitionIT {
    @BeforeAll
    static void linksCanBeCut() {
        assumeTrue(Links.obstacle().isEmpty(), () -> Links.obstacle().orElse(""));
    }

    @Test
    void nodesThatWereCutOffAnswerAgainAndNoLikeIsLost() {
        try (Links links = new Links();
                Troubled troubled = Troubled.start(links)) {
            troubled.survives("a likes node cut off", () -> cutOff(troubled, links, troubled.second(Service.LIKES)));
            int gateway = troubled.cluster().nodes().indexOf(troubled.cluster().node(Service.GATEWAY));
            troubled.survives("the gateway cut off", () -> cutOff(troubled, links, gateway));
        }
    }

    private static void cutOff(Troubled troubled, Links links, int victim) {
        links.cut(victim);
        try {
            for (Node node : troubled.cluster().nodes()) {
                boolean alone = node == troubled.cluster().nodes().get(victim);
                int seen = alone ? 1 : troubled.cluster().nodes().size() - 1;
                await("both sides give up").until(() -> Troubled.sees(node, seen));
            }
        } finally {
            links.heal();
        }
    }
}
