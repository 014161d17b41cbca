package io.likewire.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import io.likewire.platform.cluster.Membership.Registration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.spi.cluster.RegistrationInfo;
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
        vertx = Vertx.builder()
                .with(new VertxOptions().setEventBusOptions(loopback))
                .withClusterManager(membership)
                .buildClustered()
                .await();
        MessageConsumer<Object> consumer = vertx.eventBus().consumer(ADDRESS, message -> message.reply("here"));
        consumer.completion().await();
    }

    @AfterAll
    static void close() {
        vertx.close().await();
    }

    @Test
    void whatTheClusterHasLostIsStoredAgain() {
        Registration own = membership.own().iterator().next();
        membership.erase(own).await();

        registrations.check().await();
        assertThat(membership.registrations(ADDRESS).await()).isEmpty();
        registrations.check().await();

        assertThat(membership.registrations(ADDRESS).await()).containsExactly(own.handler());
        assertThat(vertx.eventBus().request(ADDRESS, "where?").await().body()).isEqualTo("here");
        assertThat(metrics.counter("likewire.cluster.reregistrations").count()).isEqualTo(1);
    }

    @Test
    void whatADeadNodeLeftBehindIsErased() {
        Registration orphan = new Registration(ADDRESS, new RegistrationInfo("a dead node", 1, false));
        membership.store(orphan).await();

        registrations.check().await();
        registrations.check().await();
        assertThat(membership.registrations(ADDRESS).await()).contains(orphan.handler());
        registrations.check().await();

        assertThat(membership.registrations(ADDRESS).await()).hasSize(1).doesNotContain(orphan.handler());
        assertThat(metrics.counter("likewire.cluster.orphans.erased").count()).isEqualTo(1);
    }

    @Test
    void whatIsServedIsStillServedAfterRegisteringAgain() {
        registrations.renew().await();

        assertThat(membership.registrations(ADDRESS).await())
                .containsExactly(membership.own().iterator().next().handler());
        assertThat(membership.storedNodeInfo().await()).isEqualTo(membership.getNodeInfo());
    }
}
