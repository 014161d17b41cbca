package io.likewire.platform.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.platform.management.Audit;
import io.likewire.servers.testing.LoggedLines;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AuditedOperationsIT {
    private static final URI NOBODY = URI.create("amqp://nobody:none@127.0.0.1:1/none");
    private final Vertx vertx = Vertx.vertx();

    /** Kept: one that nobody holds any more is closed by the garbage collector. */
    private final HttpClient client = vertx.createHttpClient();

    @AutoClose
    private final LoggedLines lines = new LoggedLines(Audit.LOGGER);

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aReplayAndADropLeaveALineEach() {
        int port = serve(TestServers.broker().freshUri());

        assertThat(status(port, HttpMethod.POST, "/messages/parked/replay")).isEqualTo(200);
        assertThat(status(port, HttpMethod.DELETE, "/messages/unrouted?id=one")).isEqualTo(200);

        assertThat(lines.values(0))
                .containsEntry("event", "messages.replay")
                .containsEntry("actor", "127.0.0.1")
                .containsEntry("outcome", "done")
                .containsEntry("queue", "likewire.parked")
                .containsEntry("id", "all")
                .containsEntry("replayed", "0");
        assertThat(lines.values(1)).containsEntry("event", "messages.drop").containsEntry("id", "one");
    }

    @Test
    void anAttemptThatFailsLeavesALineToo() {
        assertThat(status(serve(NOBODY), HttpMethod.POST, "/messages/parked/replay"))
                .isEqualTo(503);

        assertThat(lines.values(0)).containsEntry("outcome", "failed").containsEntry("lot", "parked");
    }

    @Test
    void whoOnlyLooksLeavesNone() {
        assertThat(status(serve(NOBODY), HttpMethod.GET, "/messages/parked")).isEqualTo(503);

        assertThat(lines.all()).isEmpty();
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
}
