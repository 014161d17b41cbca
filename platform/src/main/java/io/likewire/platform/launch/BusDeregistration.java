package io.likewire.platform.launch;

import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.platform.cluster.Membership;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.concurrent.TimeUnit;

/**
 * Takes this node out of the cluster's list of those who serve an address, while its handlers stay: what peers have sent
 * already, and what they send until they all know, is still answered. Unregistering a consumer would drop it.
 */
public final class BusDeregistration {
    /** Peers learn of it within milliseconds; this is ample. */
    private static final long SERVING_ON_MS = 500;

    private static final int FINISHING_S = 5;

    private BusDeregistration() {}

    /** Completes when nobody sends to this node's endpoint any more, and what it was sent is answered or takes too long. */
    public static Future<Void> of(BusEndpoint endpoint, String address, Vertx vertx) {
        return unlisted(address, vertx).eventually(endpoint::leave).eventually(() -> endpoint.drained()
                .timeout(FINISHING_S, TimeUnit.SECONDS));
    }

    /** At once where there is no cluster. Never fails. */
    private static Future<Void> unlisted(String address, Vertx vertx) {
        return ((VertxInternal) vertx).clusterManager() instanceof Membership cluster
                ? cluster.withdraw(address)
                        .otherwiseEmpty()
                        .compose(gone -> vertx.timer(SERVING_ON_MS, TimeUnit.MILLISECONDS))
                        .mapEmpty()
                : Future.succeededFuture();
    }
}
