package io.likewire.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.gateway.live.PushIntervals;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.launch.Node;
import io.likewire.platform.management.Health;
import io.likewire.platform.telemetry.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GatewayStartTest {
    @AutoClose
    private final TestGateway gateway = new TestGateway();

    private final Health health = new Health(gateway.vertx, "gateway");

    @Test
    void aPortThatIsTakenIsOneClearLine() {
        assertThatThrownBy(
                        () -> gateway.vertx.deployVerticle(onPort(gateway.port)).await())
                .isInstanceOf(ConfigException.class)
                .hasStackTraceContaining("HTTP_PORT: can't listen on 127.0.0.1:" + gateway.port);
    }

    @Test
    void itIsHealthyWhileItListens() {
        assertThat(health.report().await().getString("status")).isEqualTo("up");
        String id = gateway.vertx.deployVerticle(onPort(0)).await();
        assertThat(health.report().await().encode()).isEqualTo("{\"status\":\"up\",\"parts\":{\"http\":\"up\"}}");
        gateway.vertx.undeploy(id).await();
        assertThat(health.report().await().getString("status")).isEqualTo("down");
    }

    private GatewayVerticle onPort(int port) {
        GatewayConfig config = new GatewayConfig(
                "127.0.0.1",
                port,
                TestGateway.KEY,
                Duration.ofSeconds(1),
                100,
                PushIntervals.DEFAULT,
                false,
                new IdentityConfig(false, true, false),
                TestGateway.EDGE);
        return new GatewayVerticle(config, new Node(health, new SimpleMeterRegistry(), Tracing.off(), null));
    }
}
