package io.likewire.system.rig;

import static io.likewire.system.rig.Patience.await;

import io.likewire.servers.LoopbackPort;
import io.likewire.servers.testing.StartTimes;
import io.likewire.servers.testing.TestBroker;
import io.likewire.servers.testing.TestMySql;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Likewire as own processes, all on this machine. */
public final class Cluster implements AutoCloseable {
    private static final int MOST_NODES = 16;

    /** In the list of members: each absent one costs halves that look for each other five seconds. */
    private static final int NAMED = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final List<Integer> ports =
            Stream.generate(LoopbackPort::findFree).limit(MOST_NODES).toList();
    private final Iterator<Integer> freePorts = ports.iterator();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, String> environment;
    private final Places places;
    private final AccountSettings accounts = new AccountSettings();

    private Cluster(Map<String, String> environment, Places places) {
        this.environment = environment;
        this.places = places;
    }

    /** On databases of its own on the shared server, and a virtual host of its own. */
    public static Cluster on(TestBroker broker) {
        return on(broker, Map.of());
    }

    /** Likewise, with settings that all nodes have. */
    public static Cluster on(TestBroker broker, Map<String, String> more) {
        TestMySql mysql = TestServers.mysql();
        Map<String, String> settings =
                UsualSettings.of(mysql.freshDatabase("products"), mysql.freshDatabase("likes"), broker.freshUri());
        settings.putAll(more);
        Cluster cluster = new Cluster(settings, Places.ONE_HOST);
        return cluster.launched(Service.USUAL);
    }

    /** One node of each service and some more, all started at once, and all up. */
    public static Cluster start(String productsUri, String likesUri, URI broker, List<Service> more) {
        return start(productsUri, likesUri, broker, more, Places.ONE_HOST);
    }

    /** Likewise, with the nodes at addresses of their own. */
    public static Cluster start(String productsUri, String likesUri, URI broker, List<Service> more, Places places) {
        Cluster cluster = new Cluster(UsualSettings.of(productsUri, likesUri, broker), places);
        return cluster.launched(
                Stream.concat(Service.USUAL.stream(), more.stream()).toList());
    }

    /** One more node of a service, ready. */
    public Node add(Service service) {
        return add(service, Map.of());
    }

    /** Likewise, with settings that only this node has. */
    public Node add(Service service, Map<String, String> own) {
        return launch(service, own).awaitReady();
    }

    /** Ends a node that was added, in good order. */
    public void remove(Node node) {
        nodes.remove(node);
        node.process().close();
    }

    private Node launch(Service service) {
        return launch(service, Map.of());
    }

    private Node launch(Service service, Map<String, String> own) {
        int place = nodes.size();
        Map<String, String> settings = settings(place);
        if (service == Service.AUTH) {
            settings.putAll(accounts.settings());
        }
        settings.putAll(own);
        Node node = Node.launch(service, freePorts.next(), settings, places.prefix(place));
        nodes.add(node);
        return node;
    }

    /** Ends all processes in good order, and starts them at once at the same places. */
    public void restart() {
        nodes.parallelStream().forEach(node -> node.process().terminate());
        nodes.get(0).process().start();
        nodes.get(0).awaitStarted();
        nodes.stream().skip(1).forEach(node -> node.process().start());
    }

    /** The first one alone: several that start together take ten seconds longer to agree who leads. */
    private Cluster launched(List<Service> services) {
        try {
            StartTimes.of(() -> launch(services.get(0)).awaitStarted());
            services.stream().skip(1).forEach(this::launch);
            awaitReady();
            StartTimes.of(() -> nodes.forEach(node -> node.process().archiveClasses()));
            return this;
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    /** Every part of every process is up, and the gateway reaches the services. */
    public void awaitReady() {
        StartTimes.of(() -> {
            nodes.forEach(Node::awaitReady);
            awaitAnswers();
        });
    }

    /** Every node sees every other one, and is not cut off from the event bus. */
    public void awaitAllSeeEachOther() {
        await("all see each other").atMost(PATIENCE).until(() -> nodes.stream().allMatch(this::seesAll));
    }

    public boolean seesAll(Node node) {
        try {
            return node.metric("likewire_cluster_members") == nodes.size()
                    && node.metric("likewire_cluster_cut_off") == 0;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The gateway answers for both services, whatever else is away. */
    public void awaitAnswers() {
        JsonObject question = new JsonObject().put("productIds", new JsonArray().add(1));
        await("products").atMost(PATIENCE).until(() -> answers(() -> rest().get("/api/products")));
        await("likes").atMost(PATIENCE).until(() -> answers(() -> rest().post("/api/likes/query", question)));
    }

    private static boolean answers(Supplier<Reply> request) {
        try {
            return request.get().status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The settings that all nodes share, but for the address. */
    private Map<String, String> settings(int place) {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("CLUSTER_HOST", places.host(place));
        settings.put("CLUSTER_BUS_PORT", Integer.toString(places.busPort()));
        settings.put(
                "CLUSTER_MEMBERS",
                IntStream.range(0, NAMED)
                        .mapToObj(i -> places.host(i) + ":" + ports.get(i))
                        .collect(Collectors.joining(",")));
        settings.put("VISITOR_KEY_FILE", VisitorKey.FILE.toString());
        return settings;
    }

    /** The first node of the service. */
    public Node node(Service service) {
        return nodes.stream()
                .filter(node -> node.service() == service)
                .findFirst()
                .orElseThrow();
    }

    public List<Node> nodes(Service service) {
        return nodes.stream().filter(node -> node.service() == service).toList();
    }

    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** A caller without identity at the first gateway. */
    public Rest rest() {
        return Rest.at(gateway());
    }

    public URI gateway() {
        return node(Service.GATEWAY).http();
    }

    public List<URI> gateways() {
        return nodes(Service.GATEWAY).stream().map(Node::http).toList();
    }

    public URI broker() {
        return URI.create(environment.get("AMQP_URI"));
    }

    /** How often a count of these products was found wrong or lost; each time is a bug, or the work of a test. */
    public long repairs(List<Long> products) {
        List<String> lines = products.stream()
                .map(id -> "the count of product " + id + " was wrong or lost")
                .toList();
        return nodes(Service.LIKES).stream()
                .flatMap(node -> node.process().output().lines())
                .filter(line -> lines.stream().anyMatch(line::contains))
                .count();
    }

    public ProductsDatabase productsDatabase() {
        return new ProductsDatabase(environment.get("PRODUCTS_MYSQL_URI"));
    }

    public LikesDatabase likesDatabase() {
        return new LikesDatabase(environment.get("LIKES_MYSQL_URI"));
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
