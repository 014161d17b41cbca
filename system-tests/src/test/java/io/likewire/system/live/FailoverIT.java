package io.likewire.system.live;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Stage;
import io.likewire.system.rig.Watcher;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** L3: whatever is killed, who looks on sees the database's value soon, and never an older one. */
@Tag("full")
class FailoverIT {
    private static final Logger LOG = LoggerFactory.getLogger(FailoverIT.class);
    private final Cluster cluster = Stage.whole().cluster();
    private final Node survivor = cluster.nodes(Service.GATEWAY).get(1);
    private final Rest rest = Rest.at(survivor.http());
    private final long product = rest.create("Apple");

    @ParameterizedTest
    @EnumSource(names = {"PRODUCTS", "LIKES", "GATEWAY"})
    void whoLooksOnSeesTheValueOfTheDatabaseAgain(Service killed) {
        try (Watcher watcher = Watcher.of(cluster.gateways(), List.of(product))) {
            like();
            await("the like").until(() -> watcher.shownLikes(product) == 1);

            cluster.node(killed).process().kill();
            cluster.node(killed).restart();
            await("likes work").until(() -> rest.newVisitor().like(product).status() == 200);
            like();

            await("the value of the database")
                    .until(() -> watcher.shownLikes(product)
                            == cluster.likesDatabase().count(product));
            LOG.info("{} killed: after each connection the counts were there within {}", killed, watcher.healings());
            assertThat(watcher.contradictions()).isEmpty();
            if (Soak.isOn()) {
                assertThat(watcher.healings()).allMatch(healing -> healing.compareTo(Duration.ofSeconds(3)) < 0);
            }
        }
    }

    private void like() {
        await("a like").until(() -> rest.newVisitor().like(product).status() == 200);
    }
}
