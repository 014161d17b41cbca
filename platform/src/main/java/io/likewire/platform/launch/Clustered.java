package io.likewire.platform.launch;

import io.likewire.platform.cluster.BusProbe;
import io.likewire.platform.management.Health;
import io.vertx.core.Vertx;

/** A Vert.x that is a node of a cluster, and what knows whether the others reach it. */
record Clustered(Vertx vertx, BusProbe probe) {
    Health health() {
        return new Health(vertx, "cluster").vital("bus", probe::state);
    }
}
