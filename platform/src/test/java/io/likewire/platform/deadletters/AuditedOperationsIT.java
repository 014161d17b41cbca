package io.likewire.platform.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.likewire.platform.management.Audit;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AuditedOperationsIT {
    private static final URI NOBODY = URI.create("amqp://nobody:none@127.0.0.1:1/none");
    private final Vertx vertx = Vertx.vertx();

    /** Kept: one that nobody holds any more is closed by the garbage collector. */
    private final HttpClient client = vertx.createHttpClient();

    private final Logger audit = (Logger) LoggerFactory.getLogger(Audit.LOGGER);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        audit.addAppender(lines);
    }

    @AfterEach
    void close() {
        audit.detachAppender(lines);
        vertx.close().await();
    }

    @Test
    void aReplayAndADropLeaveALineEach() {
        int port = serve(TestServers.broker().freshUri());

        assertThat(status(port, HttpMethod.POST, "/messages/parked/replay")).isEqualTo(200);
        assertThat(status(port, HttpMethod.DELETE, "/messages/unrouted?id=one")).isEqualTo(200);

        assertThat(line(0))
                .containsEntry("event", "messages.replay")
                .containsEntry("actor", "127.0.0.1")
                .containsEntry("outcome", "done")
                .containsEntry("queue", "likewire.parked")
                .containsEntry("id", "all")
                .containsEntry("replayed", "0");
        assertThat(line(1)).containsEntry("event", "messages.drop").containsEntry("id", "one");
    }

    @Test
    void anAttemptThatFailsLeavesALineToo() {
        assertThat(status(serve(NOBODY), HttpMethod.POST, "/messages/parked/replay"))
                .isEqualTo(503);

        assertThat(line(0)).containsEntry("outcome", "failed").containsEntry("lot", "parked");
    }

    @Test
    void whoOnlyLooksLeavesNone() {
        assertThat(status(serve(NOBODY), HttpMethod.GET, "/messages/parked")).isEqualTo(503);

        assertThat(lines.list).isEmpty();
    }

    private int serve(URI broker) {
        Router router = Router.router(vertx);
        new DeadLetterRoutes(new BrokerDeadLetters(vertx, broker)).mount(router);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
    }

    private int status(int port, HttpMethod method, String path) {
        return client.request(method, port, "127.0.0.1", path)
                .compose(request -> request.send())
                .await()
                .statusCode();
    }

    private Map<String, String> line(int index) {
        return lines.list.get(index).getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }
}
