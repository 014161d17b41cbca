package io.likewire.platform.cluster;

import io.likewire.platform.cluster.Membership.Registration;
import io.vertx.core.Future;
import io.vertx.core.spi.cluster.RegistrationInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what the cluster has stored at this node's addresses with what is so: what this node serves and the cluster has
 * lost is stored again, what nodes left behind that are gone is erased. All calls wait for the cluster, however long: one
 * pass at a time.
 */
final class Registrations {
    private static final Logger LOG = LoggerFactory.getLogger(Registrations.class);

    /** Passes in a row without it: a new one is stored a moment after it is known here. */
    private static final int LOST = 2;

    /** Passes in a row in which its owner is no member: the list of members may be a moment older. */
    private static final int ORPHANED = 3;

    private final Membership membership;
    private final ProbeMetrics metrics;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Map<Registration, Integer> before = Map.of();

    Registrations(Membership membership, ProbeMetrics metrics) {
        this.membership = membership;
        this.metrics = metrics;
    }

    /** A pass, unless one runs. */
    Future<Void> check() {
        return alone(() -> {
            Map<Registration, Integer> odd = new ConcurrentHashMap<>();
            List<Future<Void>> addresses = membership.own().stream()
                    .map(Registration::address)
                    .distinct()
                    .map(address -> membership.registrations(address).compose(stored -> compare(address, stored, odd)))
                    .toList();
            return Future.join(addresses)
                    .onSuccess(done -> before = odd)
                    .compose(done -> membership.storedNodeInfo().<Void>mapEmpty())
                    .recover(failure -> membership.restoreNodeInfo());
        });
    }

    /** Takes all that this node serves from the cluster and stores it again, so that every node looks anew. */
    Future<Void> renew() {
        return alone(() -> {
            metrics.renewed();
            return Future.join(membership.own().stream().map(this::renew).toList())
                    .<Void>mapEmpty()
                    .otherwiseEmpty()
                    .compose(done -> membership.restoreNodeInfo());
        });
    }

    private Future<Void> renew(Registration own) {
        return membership.erase(own).otherwiseEmpty().compose(erased -> membership.restore(own));
    }

    private Future<Void> compare(String address, List<RegistrationInfo> stored, Map<Registration, Integer> odd) {
        Set<RegistrationInfo> known = new HashSet<>(stored);
        List<Registration> lost = membership.own().stream()
                .filter(own -> own.address().equals(address) && !known.contains(own.handler()))
                .filter(own -> isOddFor(LOST, own, odd))
                .toList();
        if (!lost.isEmpty()) {
            LOG.warn("The cluster has lost that this node serves {}: registered again", address);
            metrics.renewed();
        }
        return Future.join(lost.stream().map(membership::restore).toList())
                .compose(restored -> eraseOrphans(address, known, odd));
    }

    private Future<Void> eraseOrphans(String address, Set<RegistrationInfo> stored, Map<Registration, Integer> odd) {
        Set<String> nodes = Set.copyOf(membership.getNodes());
        List<Registration> orphans = stored.stream()
                .filter(handler -> !handler.localOnly() && !nodes.contains(handler.nodeId()))
                .map(handler -> new Registration(address, handler))
                .filter(orphan -> isOddFor(ORPHANED, orphan, odd))
                .toList();
        if (!orphans.isEmpty()) {
            LOG.warn("Nodes that are gone have left {} handlers behind at {}: erased", orphans.size(), address);
            metrics.erased(orphans.size());
        }
        return Future.join(orphans.stream().map(membership::erase).toList()).mapEmpty();
    }

    private boolean isOddFor(int passes, Registration registration, Map<Registration, Integer> odd) {
        return odd.merge(registration, before.getOrDefault(registration, 0) + 1, Math::max) >= passes;
    }

    private Future<Void> alone(Supplier<Future<Void>> pass) {
        if (!running.compareAndSet(false, true)) {
            return Future.succeededFuture();
        }
        return pass.get()
                .onFailure(failure -> LOG.warn("The cluster does not say who serves what: {}", failure.toString()))
                .onComplete(done -> running.set(false));
    }
}
