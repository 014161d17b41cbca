package io.likewire.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.gateway.edge.Proxies;
import io.likewire.platform.config.Environment;
import io.likewire.platform.management.Audit;
import io.likewire.servers.testing.LoggedLines;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static final byte[] REQUEST =
            "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @AutoClose
    private final LoggedLines lines = new LoggedLines(Audit.LOGGER);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void anOperationThatNeverEndsIsNotWaitedForForEver() throws Exception {
        AuditTrail audit = new AuditTrail(Proxies.from(Environment.of(Map.of())), Duration.ofMillis(200));
        AtomicInteger begun = new AtomicInteger();
        Router router = Router.router(vertx);
        router.post("/login").handler(context -> {
            audit.follow(context, "login", false);
            begun.incrementAndGet();
        });
        HttpServer server =
                vertx.createHttpServer().requestHandler(router).listen(0).await();
        try (Socket client = new Socket("127.0.0.1", server.actualPort())) {
            client.getOutputStream().write(REQUEST);
            await().until(() -> begun.get() == 1);
        }
        await().until(() -> lines.all().size() == 1);
        assertThat(lines.values(0))
                .containsEntry("outcome", "unknown")
                .containsEntry("taken", "false")
                .doesNotContainKey("status");
    }
}
