package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.AmqpProbe;
import io.likewire.system.rig.Cluster;
import io.likewire.system.rig.Parked;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Wired;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** R19: a binding is removed while everything runs. */
@Tag("full")
class UnroutedIT {
    private static final String QUEUE = "products.like-events";
    private final Cluster cluster = Wired.shared().cluster();
    private final Rest rest = cluster.rest();
    private final Parked unrouted = Parked.unroutedAt(cluster.node(Service.PRODUCTS));

    @Test
    void eventsThatNoQueueWantsAreKeptAndSeenAndTheBindingComesBack() {
        long product = rest.create("Apple");
        try (AmqpProbe probe = AmqpProbe.connect(cluster.broker())) {
            await("an event that nobody wants").until(() -> {
                probe.unbind(QUEUE, "likewire.events", "likes.changed");
                return rest.newVisitor().like(product).status() == 200 && probe.waiting("likewire.unrouted") > 0;
            });
        }
        await("the metric").until(() -> waiting() > 0);

        long untold = cluster.likesDatabase().rows(product);
        await("the binding is back").until(() -> {
            assertThat(rest.newVisitor().like(product).status()).isEqualTo(200);
            return rest.projectedLikes(product) > untold;
        });
        long rows = cluster.likesDatabase().rows(product);
        await("the count").until(() -> rest.projectedLikes(product) == rows);

        assertThat(unrouted.first().getString("routingKey")).isEqualTo("likes.changed");
        unrouted.replay();
        await("the metric").until(() -> waiting() == 0);
        assertThat(unrouted.number()).isZero();
        assertThat(rest.projectedLikes(product)).isEqualTo(rows);
    }

    private double waiting() {
        return cluster.node(Service.LIKES).metric("likewire_queue_messages", "\"likewire.unrouted\"");
    }
}
