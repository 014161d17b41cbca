package io.likewire.system.rig;

import io.likewire.servers.MariaDbServer;
import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestServers;
import io.likewire.system.rig.faults.Victim;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two nodes of products, of likes and of the gateway, and one of auth, on servers that are theirs alone: whatever is killed
 * here disturbs nobody else. All tests of this JVM share it, one after the other, and its processes end with the JVM.
 */
public final class Stage {
    private final MariaDbServer products = TestServers.newMariaDb();
    private final MariaDbServer likes = TestServers.newMariaDb();
    private final TestBroker broker = TestServers.newBroker();
    private final URI brokerUri = broker.freshUri();
    private final Cluster cluster;

    private static final class Holder {
        static final Stage SHARED = new Stage();
    }

    private Stage() {
        products.createDatabase("products");
        likes.createDatabase("likes");
        cluster = Cluster.start(
                products.uri("products").toString(),
                likes.uri("likes").toString(),
                brokerUri,
                List.of(Service.AUTH, Service.PRODUCTS, Service.LIKES, Service.GATEWAY));
    }

    /** Whatever the test before left of it: every server and every node is up, and all nodes see each other. */
    public static Stage whole() {
        Stage stage = Holder.SHARED;
        stage.mend();
        return stage;
    }

    private void mend() {
        startIfGone(brokerUri, broker::restart);
        startIfGone(products.uri(""), products::restart);
        startIfGone(likes.uri(""), likes::restart);
        cluster.nodes().stream()
                .map(Node::process)
                .filter(node -> !node.isAlive())
                .forEach(JarProcess::start);
        cluster.awaitReady();
        cluster.awaitAllSeeEachOther();
    }

    private static void startIfGone(URI server, Runnable start) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 1_000);
        } catch (IOException gone) {
            start.run();
        }
    }

    public Cluster cluster() {
        return cluster;
    }

    public TestBroker broker() {
        return broker;
    }

    public MariaDbServer productsServer() {
        return products;
    }

    public MariaDbServer likesServer() {
        return likes;
    }

    /** The broker, both databases, and every node of what likes need. */
    public List<Victim> everything() {
        return Stream.concat(
                        Stream.of(Victim.of(broker), Victim.of("products-db", products), Victim.of("likes-db", likes)),
                        Service.USUAL.stream().flatMap(this::nodes))
                .toList();
    }

    private Stream<Victim> nodes(Service service) {
        List<Node> nodes = cluster.nodes(service);
        String name = service.name().toLowerCase(Locale.ROOT);
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> Victim.of(i == 0 ? name : name + "-" + (i + 1), nodes.get(i)));
    }
}
