package io.likewire.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import io.likewire.platform.cluster.Membership.Registration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.spi.cluster.RegistrationInfo;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegistrationsIT {
    private static final String ADDRESS = "likewire.test";
    private static Membership membership;
    private static Vertx vertx;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Registrations registrations = new Registrations(membership, new ProbeMetrics(metrics));

    @BeforeAll
    static void start() {
        Config alone = new Config().setProperty("hazelcast.logging.type", "slf4j");
        alone.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        alone.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        alone.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        membership = new Membership(alone);
        EventBusOptions loopback = new EventBusOptions().setHost("127.0.0.1");
        vertx = done(Vertx.builder()
                .with(new VertxOptions().setEventBusOptions(loopback))
                .withClusterManager(membership)
                .buildClustered());
        MessageConsumer<Object> consumer = vertx.eventBus().consumer(ADDRESS, message -> message.reply("here"));
        done(consumer.completion());
    }

    @AfterAll
    static void close() {
        done(vertx.close());
    }

    @Test
    void whatTheClusterHasLostIsStoredAgain() {
        Registration own = membership.own().iterator().next();
        done(membership.erase(own));

        done(registrations.check());
        assertThat(done(membership.registrations(ADDRESS))).isEmpty();
        done(registrations.check());

        assertThat(done(membership.registrations(ADDRESS))).containsExactly(own.handler());
        assertThat(done(vertx.eventBus().request(ADDRESS, "where?")).body()).isEqualTo("here");
        assertThat(metrics.counter("likewire.cluster.reregistrations").count()).isEqualTo(1);
    }

    @Test
    void whatADeadNodeLeftBehindIsErased() {
        Registration orphan = new Registration(ADDRESS, new RegistrationInfo("a dead node", 1, false));
        done(membership.store(orphan));

        done(registrations.check());
        done(registrations.check());
        assertThat(done(membership.registrations(ADDRESS))).contains(orphan.handler());
        done(registrations.check());

        assertThat(done(membership.registrations(ADDRESS))).hasSize(1).doesNotContain(orphan.handler());
        assertThat(metrics.counter("likewire.cluster.orphans.erased").count()).isEqualTo(1);
    }

    @Test
    void whatIsServedIsStillServedAfterRegisteringAgain() {
        done(registrations.renew());

        assertThat(done(membership.registrations(ADDRESS)))
                .containsExactly(membership.own().iterator().next().handler());
        assertThat(done(membership.storedNodeInfo())).isEqualTo(membership.getNodeInfo());
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
