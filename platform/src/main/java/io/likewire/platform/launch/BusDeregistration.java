package io.likewire.platform.launch;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.core.spi.cluster.RegistrationInfo;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Takes this node out of the cluster's list of those who serve an address, while its handlers stay: what peers have sent
 * already, and what they send until they all know, is still answered. Unregistering a consumer would drop it.
 */
public final class BusDeregistration {
    /** Peers learn of it within milliseconds; this is ample. */
    private static final long SERVING_ON_MS = 500;

    private final Vertx vertx;

    public BusDeregistration(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Completes when nobody sends to this node any more. At once where there is no cluster. Never fails. */
    public Future<Void> from(String address) {
        ClusterManager cluster = ((VertxInternal) vertx).clusterManager();
        if (cluster == null) {
            return Future.succeededFuture();
        }
        Promise<List<RegistrationInfo>> registrations = Promise.promise();
        cluster.getRegistrations(address, registrations);
        return registrations
                .future()
                .compose(all -> Future.join(all.stream()
                        .filter(one -> one.nodeId().equals(cluster.getNodeId()))
                        .map(one -> remove(cluster, address, one))
                        .toList()))
                .otherwiseEmpty()
                .compose(gone -> vertx.timer(SERVING_ON_MS, TimeUnit.MILLISECONDS))
                .mapEmpty();
    }

    private static Future<Void> remove(ClusterManager cluster, String address, RegistrationInfo registration) {
        Promise<Void> removed = Promise.promise();
        cluster.removeRegistration(address, registration, removed);
        return removed.future();
    }
}
