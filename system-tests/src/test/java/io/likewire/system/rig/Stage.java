package io.likewire.system.rig;

import io.likewire.servers.MariaDbServer;
import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.faults.Victim;
import java.util.List;

/** A cluster on servers that are its alone: whatever is killed here disturbs nobody else. */
public final class Stage implements AutoCloseable {
    private final MariaDbServer products = TestServers.newMariaDb();
    private final MariaDbServer likes = TestServers.newMariaDb();
    private final TestBroker broker = TestServers.newBroker();
    private Cluster cluster;

    private Stage() {}

    /** @param more nodes beside the one of each service */
    public static Stage with(Service... more) {
        Stage stage = new Stage();
        try {
            stage.products.createDatabase("products");
            stage.likes.createDatabase("likes");
            stage.cluster = Cluster.start(
                    stage.products.uri("products").toString(),
                    stage.likes.uri("likes").toString(),
                    stage.broker.freshUri(),
                    List.of(more));
            return stage;
        } catch (RuntimeException | Error failure) {
            stage.close();
            throw failure;
        }
    }

    public Cluster cluster() {
        return cluster;
    }

    public TestBroker broker() {
        return broker;
    }

    public MariaDbServer likesServer() {
        return likes;
    }

    /** The broker, both databases, and the first node of each service. */
    public List<Victim> everything() {
        return List.of(
                Victim.of(broker),
                Victim.of("products-db", products),
                Victim.of("likes-db", likes),
                Victim.of("gateway", cluster.node(Service.GATEWAY)),
                Victim.of("products", cluster.node(Service.PRODUCTS)),
                Victim.of("likes", cluster.node(Service.LIKES)));
    }

    @Override
    public void close() {
        if (cluster != null) {
            cluster.close();
        }
        broker.kill();
        products.kill();
        likes.kill();
    }
}
