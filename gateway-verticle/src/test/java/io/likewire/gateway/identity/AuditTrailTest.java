package io.likewire.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.likewire.gateway.edge.Proxies;
import io.likewire.platform.config.Environment;
import io.likewire.platform.management.Audit;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AuditTrailTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Audit.LOGGER);
    private static final byte[] REQUEST =
            "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Vertx vertx = Vertx.vertx();

    @BeforeEach
    void listen() {
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        LOG.addAppender(lines);
    }

    @AfterEach
    void stop() {
        LOG.detachAppender(lines);
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
        await().until(() -> lines.list.size() == 1);
        assertThat(lines.list.get(0).getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .contains("outcome=unknown", "taken=false")
                .noneMatch(pair -> pair.startsWith("status="));
    }
}
