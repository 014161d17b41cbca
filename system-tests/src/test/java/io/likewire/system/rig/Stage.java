package io.likewire.system.rig;

import io.likewire.servers.MariaDbServer;
import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.faults.Victim;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** The broker, both databases, and every node. */
    public List<Victim> everything() {
        return Stream.concat(
                        Stream.of(Victim.of(broker), Victim.of("products-db", products), Victim.of("likes-db", likes)),
                        Service.USUAL.stream().flatMap(this::nodes))
                .toList();
    }

    private Stream<Victim> nodes(Service service) {
        List<Node> nodes = cluster.nodes(service);
        String name = service.name().toLowerCase();
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> Victim.of(i == 0 ? name : name + "-" + (i + 1), nodes.get(i)));
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
