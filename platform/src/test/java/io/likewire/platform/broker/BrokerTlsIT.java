package io.likewire.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.contracts.events.BrokerNames;
import io.likewire.platform.config.Environment;
import io.likewire.platform.delivery.EventPipelineOptions;
import io.likewire.servers.LoopbackPort;
import io.likewire.servers.RabbitMqServer;
import io.likewire.servers.testing.TestAuthority;
import io.likewire.servers.testing.TestAuthority.Identity;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@Tag("full")
@EnabledIf("hasRabbitMq")
class BrokerTlsIT {
    private static final int PORT = LoopbackPort.findFree();

    @TempDir
    private static Path folder;

    private static TestAuthority ours;
    private static RabbitMqServer server;
    private final Vertx vertx = Vertx.vertx();

    static boolean hasRabbitMq() {
        return RabbitMqServer.onPath();
    }

    @BeforeAll
    static void start() {
        ours = TestAuthority.in(folder.resolve("ours"));
        Identity identity = ours.issue("broker", "ip:127.0.0.1");
        server = RabbitMqServer.start(
                folder.resolve("server"),
                List.of(),
                String.format(Locale.ROOT, """
                listeners.ssl.local = 127.0.0.1:%d
                ssl_options.cacertfile = %s
                ssl_options.certfile = %s
                ssl_options.keyfile = %s
                """, PORT, ours.certificate(), identity.certificate(), identity.key()));
    }

    @AfterAll
    static void stop() {
        server.kill();
        server.close();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aBrokerOfTheAuthorityIsBelieved() {
        assertThat(depth("127.0.0.1", ours.certificate())).isZero();
    }

    @Test
    void oneOfAnotherAuthorityIsNot() {
        Path theirs = TestAuthority.in(folder.resolve("theirs")).certificate();

        assertThatThrownBy(() -> depth("127.0.0.1", theirs)).hasStackTraceContaining("PKIX");
    }

    @Test
    void norOneThatHasAnotherName() {
        assertThatThrownBy(() -> depth("localhost", ours.certificate()))
                .hasStackTraceContaining("No name matching localhost");
    }

    @Test
    void withoutAFileTheAuthoritiesOfTheJdkCount() {
        assertThatThrownBy(() -> depth("127.0.0.1", null)).hasStackTraceContaining("PKIX");
    }

    private long depth(String host, Path authority) {
        URI plain = server.uri();
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "AMQP_URI",
                String.format(Locale.ROOT, "amqps://%s@%s:%d%s", plain.getUserInfo(), host, PORT, plain.getPath()));
        if (authority != null) {
            settings.put("AMQP_CA_FILE", authority.toString());
        }
        URI uri = EventPipelineOptions.from(Environment.of(settings)).broker();
        return DeadLetterSession.with(vertx, uri, BrokerNames.PARKED, DeadLetterSession::depth)
                .await();
    }
}
