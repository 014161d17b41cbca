package io.likewire.platform.cluster;

import com.hazelcast.config.Config;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.spi.cluster.NodeInfo;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Vert.x' cluster manager, which also remembers what this node registered on the event bus, whoever did it: so that it can
 * be compared with what the cluster knows, and be registered again. The consumers themselves notice nothing.
 */
public final class Membership extends HazelcastClusterManager {
    /** One handler at one address, as the cluster knows it. */
    record Registration(String address, RegistrationInfo handler) {}

    private final Set<Registration> own = ConcurrentHashMap.newKeySet();

    public Membership(Config config) {
        super(config);
    }

    @Override
    public void addRegistration(String address, RegistrationInfo handler, Completable<Void> promise) {
        if (!handler.localOnly()) {
            own.add(new Registration(address, handler));
        }
        super.addRegistration(address, handler, promise);
    }

    @Override
    public void removeRegistration(String address, RegistrationInfo handler, Completable<Void> promise) {
        own.remove(new Registration(address, handler));
        super.removeRegistration(address, handler, promise);
    }

    /** What this node serves. */
    Set<Registration> own() {
        return Set.copyOf(own);
    }

    /** The other nodes, in this node's view. */
    List<String> peers() {
        return getNodes().stream().filter(node -> !node.equals(getNodeId())).toList();
    }

    /** Completes when the cluster has stored it; there is no deadline. */
    Future<List<RegistrationInfo>> registrations(String address) {
        Promise<List<RegistrationInfo>> known = Promise.promise();
        getRegistrations(address, known);
        return known.future();
    }

    /** Stores one of {@link #own()} again; does nothing where it is stored. */
    Future<Void> restore(Registration registration) {
        return store(registration).compose(done -> own.contains(registration) ? done() : erase(registration));
    }

    /** Tells the cluster of it, whoever's it is. */
    Future<Void> store(Registration registration) {
        Promise<Void> added = Promise.promise();
        super.addRegistration(registration.address(), registration.handler(), added);
        return added.future();
    }

    /** Takes what this node serves at an address from the cluster, for good; its handlers stay. */
    public Future<Void> withdraw(String address) {
        List<Registration> withdrawn =
                own.stream().filter(one -> one.address().equals(address)).toList();
        withdrawn.forEach(own::remove);
        return Future.join(withdrawn.stream().map(this::erase).toList()).mapEmpty();
    }

    /** Takes it from the cluster, whoever's it is. */
    Future<Void> erase(Registration registration) {
        Promise<Void> removed = Promise.promise();
        super.removeRegistration(registration.address(), registration.handler(), removed);
        return removed.future();
    }

    /** Where this node is reached, as the others read it. */
    Future<NodeInfo> storedNodeInfo() {
        Promise<NodeInfo> info = Promise.promise();
        getNodeInfo(getNodeId(), info);
        return info.future();
    }

    Future<Void> restoreNodeInfo() {
        Promise<Void> stored = Promise.promise();
        setNodeInfo(getNodeInfo(), stored);
        return stored.future();
    }

    private static Future<Void> done() {
        return Future.succeededFuture();
    }
}
