package io.likewire.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import io.likewire.servers.LoopbackPort;
import io.likewire.servers.testing.TestAuthority;
import io.likewire.servers.testing.TestAuthority.Identity;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
class ClusterTlsIT {
    private static final int FIRST = LoopbackPort.findFree();

    @TempDir
    private static Path folder;

    private final List<Vertx> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(node -> done(node.close()));
    }

    @Test
    void nodesTalkOnlyWithACertificateOfTheirAuthority() {
        TestAuthority ours = TestAuthority.in(folder.resolve("ours"));
        TestAuthority theirs = TestAuthority.in(folder.resolve("theirs"));
        Vertx server = node(FIRST, tls(ours.issue("server", "ip:127.0.0.1"), ours));
        AtomicInteger heard = new AtomicInteger();
        done(server.eventBus()
                .consumer("likewire.secret", message -> {
                    heard.incrementAndGet();
                    message.reply("here");
                })
                .completion());

        Vertx member = node(LoopbackPort.findFree(), tls(ours.issue("member", "dns:other"), ours));
        assertThat(done(ask(member, 60_000)).toString()).isEqualTo("here");

        Vertx plain = node(LoopbackPort.findFree(), Optional.empty());
        Vertx foreign = node(LoopbackPort.findFree(), tls(theirs.issue("foreign", "ip:127.0.0.1"), theirs));
        // Believes our authority, but has a certificate of another one.
        Vertx pretender = node(LoopbackPort.findFree(), tls(theirs.issue("pretender", "ip:127.0.0.1"), ours));
        List<Future<Object>> answers = Stream.of(plain, foreign, pretender)
                .map(stranger -> ask(stranger, 3_000))
                .toList();
        answers.forEach(answer -> assertThatThrownBy(() -> done(answer)).isNotNull());

        assertThat(heard).hasValue(1);
        assertThat(done(ask(member, 60_000)).toString()).isEqualTo("here");
    }

    private static Optional<ClusterTls> tls(Identity identity, TestAuthority authority) {
        return Optional.of(new ClusterTls(identity.certificate(), identity.key(), authority.certificate()));
    }

    private Vertx node(int port, Optional<ClusterTls> tls) {
        Config config = new Config()
                .setProperty("hazelcast.logging.type", "slf4j")
                .setProperty("hazelcast.wait.seconds.before.join", "0");
        config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true).addMember("127.0.0.1:" + FIRST);
        EventBusOptions bus = new EventBusOptions().setHost("127.0.0.1");
        tls.ifPresent(settings -> settings.apply(bus));
        Vertx node = done(Vertx.builder()
                .with(new VertxOptions().setEventBusOptions(bus))
                .withClusterManager(new HazelcastClusterManager(config))
                .buildClustered());
        nodes.add(node);
        return node;
    }

    private static Future<Object> ask(Vertx node, long patience) {
        return node.eventBus()
                .request("likewire.secret", "where?", new DeliveryOptions().setSendTimeout(patience))
                .map(reply -> reply.body());
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
