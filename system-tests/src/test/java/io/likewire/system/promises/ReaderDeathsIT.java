package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.AmqpProbe;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Parked;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Stage;
import java.sql.Connection;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R8: the process that reads events is killed again and again with the same messages in its hands. */
@Tag("full")
class ReaderDeathsIT {
    private static final String QUEUE = "products.like-events";
    private static final int DEATHS = Soak.choose(2, 60);
    private static final int PRODUCTS = 30;
    private final Stage stage = Stage.whole();
    private final Cluster cluster = stage.cluster();
    private final Rest rest = cluster.rest();
    private final Node reader = cluster.node(Service.PRODUCTS);

    /** Or it would take over what the dead one had in hand. */
    @BeforeEach
    void withoutTheOtherReader() {
        cluster.nodes(Service.PRODUCTS).get(1).process().terminate();
    }

    @Test
    void messagesThatWereInTheHandsOfManyProcessesThatDiedAreAppliedByTheLastOne() throws Exception {
        long parked = Parked.at(reader).number();
        List<Long> products = LongStream.range(0, PRODUCTS)
                .map(n -> rest.create("Apple " + n))
                .boxed()
                .toList();
        await("likes-verticle knows them").until(() -> products.stream()
                .allMatch(id -> cluster.likesDatabase().count(id) >= 0));
        try (Connection lock = cluster.productsDatabase().lock();
                AmqpProbe broker = AmqpProbe.connect(cluster.broker())) {
            products.forEach(
                    id -> assertThat(rest.newVisitor().like(id).status()).isEqualTo(200));
            await("every event is at the broker")
                    .until(() -> cluster.likesDatabase().outbox() == 0);
            for (int death = 0; death < DEATHS; death++) {
                await("all messages in hand").until(() -> broker.waiting(QUEUE) == 0);
                reader.process().kill();
                await("all messages given back").until(() -> broker.waiting(QUEUE) == PRODUCTS);
                reader.restart();
            }
            assertThat(lock.isValid(1)).isTrue();
        }

        await("every count").ignoreExceptions().until(() -> products.stream()
                .allMatch(id -> rest.projectedLikes(id) == 1));
        assertThat(Parked.at(reader).number()).isEqualTo(parked);
        assertThat(cluster.repairs(products)).isZero();
    }
}
