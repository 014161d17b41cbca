package io.likewire.system.promises;

import static io.likewire.system.rig.Patience.await;

import io.likewire.system.rig.Cluster;

/** A product made and liked after everything else: queues keep their order, so what came before it has been applied. */
final class Sentinel {
    private final Cluster cluster;

    Sentinel(Cluster cluster) {
        this.cluster = cluster;
    }

    void awaitEverythingBefore() {
        long id = cluster.rest().create("Sentinel");
        await("the likes side has read its queue")
                .until(() -> cluster.likesDatabase().count(id) == 0);
        cluster.rest().newVisitor().like(id);
        await("the products side has read its queue")
                .until(() -> cluster.productsDatabase().likes(id) == 1);
    }
}
