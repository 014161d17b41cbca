package io.likewire.benchmarks;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.function.Function;

/**
 * The irreducible part, to compare with: HTTP straight to MySQL in one process ("alone"), or with a clustered event bus
 * between the two ("front", "back"). No broker, no identity, no push, no validation, no count. Sockets alone ("sockets") have no database.
 */
public final class BareServer {
    private static final DeploymentOptions TWO = new DeploymentOptions().setInstances(2);

    private BareServer() {}

    /** Arguments: role, port, URI of the database, own port and the other's port in the cluster. */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[1]);
        Function<Vertx, BareData> database = vertx -> new BareDatabase(vertx, arguments[2]);
        VertxOptions options = new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(2);
        switch (arguments[0]) {
            case "alone" -> listen(Vertx.vertx(options), port, database);
            case "sockets" -> BareSockets.listen(Vertx.vertx(options), port);
            case "front" -> listen(clustered(options, arguments), port, vertx -> new BareBus(vertx.eventBus()));
            default -> serve(clustered(options, arguments), database);
        }
        System.out.println("bare is up");
    }

    private static Vertx clustered(VertxOptions options, String[] arguments) {
        options.getEventBusOptions().setHost("127.0.0.1");
        return Vertx.builder()
                .with(options)
                .withClusterManager(new HazelcastClusterManager(hazelcast(arguments[3], arguments[4])))
                .buildClustered()
                .await();
    }

    private static Config hazelcast(String own, String other) {
        Config config = new Config().setProperty("hazelcast.phone.home.enabled", "false");
        config.getNetworkConfig().setPort(Integer.parseInt(own)).setPortAutoIncrement(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).addMember("127.0.0.1:" + own).addMember("127.0.0.1:" + other);
        return config;
    }

    private static void listen(Vertx vertx, int port, Function<Vertx, BareData> data) {
        vertx.deployVerticle(
                        () -> context -> vertx.createHttpServer()
                                .requestHandler(new BareHttp(data.apply(vertx)))
                                .listen(port, "127.0.0.1"),
                        TWO)
                .await();
    }

    private static void serve(Vertx vertx, Function<Vertx, BareData> data) {
        vertx.deployVerticle(
                        () -> context -> {
                            BareBus.serve(vertx.eventBus(), data.apply(vertx));
                            return Future.succeededFuture();
                        },
                        TWO)
                .await();
    }
}
