package io.likewire.system.rig.ledger;

import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Several gateways behind one name: who is refused at one goes to the next, as with a load balancer. */
final class Doors {
    /** Longer than the gateway's own limit, so that what takes longer is a gateway that is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Rest> gateways;
    private final AtomicInteger next = new AtomicInteger();

    Doors(List<URI> gateways) {
        this.gateways = gateways.stream().map(uri -> Rest.at(uri, PATIENCE)).toList();
    }

    /** The first answer of a gateway that takes the connection. */
    Reply knock(Function<Rest, Reply> request) {
        int first = next.getAndIncrement();
        UncheckedIOException refused = null;
        for (int i = 0; i < gateways.size(); i++) {
            try {
                return request.apply(gateways.get(Math.floorMod(first + i, gateways.size())));
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof ConnectException)) {
                    throw e;
                }
                refused = e;
            }
        }
        throw refused;
    }
}
