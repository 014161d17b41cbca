package io.likewire.platform.launch;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.XmlConfigBuilder;
import io.likewire.platform.cluster.BusProbe;
import io.likewire.platform.cluster.Membership;
import io.likewire.platform.cluster.NamedMembers;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.telemetry.Durations;
import io.likewire.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;

/** Makes the process' Vert.x: alone, or as a node of the cluster that {@code cluster.xml} describes. */
final class VertxFactory {
    private static final long BUS_PING_MS = 3_000;

    /** Bytes on sockets, counted at each read and write: dear, and told by the layers above. */
    private static final Set<String> BELOW_OUR_INTEREST = Set.of(
            MetricsDomain.NET_SERVER.toCategory(),
            MetricsDomain.NET_CLIENT.toCategory(),
            MetricsDomain.HTTP_CLIENT.toCategory(),
            MetricsDomain.DATAGRAM_SOCKET.toCategory());

    /** Any other word that a client makes up would be a series of each metric for ever. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private VertxFactory() {}

    static Vertx local(MeterRegistry metrics, Tracing tracing) {
        return tracing.on(builder(metrics, new VertxOptions())).build();
    }

    static Future<Clustered> clustered(ClusterOptions cluster, MeterRegistry metrics, Tracing tracing) {
        metrics.config().meterFilter(MeterFilter.replaceTagValues("address", BusProbe::withoutNode));
        EventBusOptions bus = new EventBusOptions()
                .setHost(cluster.host())
                .setPort(cluster.busPort())
                .setClusterPingInterval(BUS_PING_MS)
                .setClusterPingReplyInterval(BUS_PING_MS)
                .setConnectTimeout(1_000)
                .setTcpNoDelay(true);
        cluster.tls().ifPresent(tls -> tls.apply(bus));
        VertxOptions options = new VertxOptions().setEventBusOptions(bus);
        Membership membership = new Membership(hazelcast(cluster));
        return tracing.on(builder(metrics, options))
                .withClusterManager(membership)
                .buildClustered()
                .recover(failure -> Future.failedFuture(notJoined(cluster, failure)))
                .compose(vertx -> probed(vertx, membership, metrics));
    }

    private static Future<Clustered> probed(Vertx vertx, Membership membership, MeterRegistry metrics) {
        BusProbe probe = new BusProbe(membership, metrics, FatalExit::because);
        return vertx.deployVerticle(probe).map(deployed -> new Clustered(vertx, probe));
    }

    /** Hazelcast has its own exceptions: a plain one is the event bus' own. */
    private static ConfigException notJoined(ClusterOptions cluster, Throwable failure) {
        return new ConfigException(
                failure instanceof IOException
                        ? "CLUSTER_BUS_PORT: can't listen on " + cluster.host() + ":" + cluster.busPort() + ": "
                                + failure.getMessage()
                        : "CLUSTER_PORT: can't join the cluster at " + cluster.host() + ":" + cluster.port() + ": "
                                + failure.getMessage());
    }

    private static VertxBuilder builder(MeterRegistry metrics, VertxOptions options) {
        metrics.config()
                .meterFilter(new Durations())
                .meterFilter(
                        MeterFilter.replaceTagValues("method", method -> METHODS.contains(method) ? method : "other"));
        options.setPreferNativeTransport(true)
                .setMetricsOptions(new MicrometerMetricsOptions()
                        .setEnabled(true)
                        .setJvmMetricsEnabled(true)
                        .setDisabledMetricsCategories(BELOW_OUR_INTEREST)
                        .setLabels(EnumSet.of(
                                Label.HTTP_METHOD,
                                Label.HTTP_CODE,
                                Label.HTTP_ROUTE,
                                Label.EB_ADDRESS,
                                Label.POOL_NAME)));
        return Vertx.builder().with(options).withMetrics(new MicrometerMetricsFactory(metrics));
    }

    private static Config hazelcast(ClusterOptions cluster) {
        // ClusterFileTest validates the file: at a start the schema would cost a twelfth of CPU and memory
        System.setProperty("hazelcast.config.schema.validation.enabled", "false");
        Properties values = new Properties();
        values.setProperty("cluster.host", cluster.host());
        values.setProperty("cluster.port", Integer.toString(cluster.port()));
        values.setProperty("cluster.members", cluster.members());
        try (InputStream xml = VertxFactory.class.getResourceAsStream("/cluster.xml")) {
            Config config = new XmlConfigBuilder(xml).setProperties(values).build();
            JoinConfig join = config.getNetworkConfig().getJoin();
            join.setTcpIpConfig(new NamedMembers(join.getTcpIpConfig()));
            return config;
        } catch (IOException e) {
            throw new IllegalStateException("Reading cluster.xml failed", e);
        }
    }
}
