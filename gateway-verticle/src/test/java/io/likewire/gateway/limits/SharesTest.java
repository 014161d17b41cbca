package io.likewire.gateway.limits;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.likewire.gateway.TestGateway;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** E4: one address gets a quarter of what is held, and others go on. */
class SharesTest {
    private static final int SOCKETS = 404;
    private static final int SHARE = SOCKETS / 4;
    private static final int TOPICS_OF_A_SOCKET = 50;
    private static final int TOPICS_SHARE = 5_000;
    private static final String GREEDY = "198.51.100.1";
    private static final String OTHER = "198.51.100.2";

    @AutoClose
    private final TestGateway gateway = TestGateway.withRoomFor(SOCKETS, Map.of("TRUSTED_PROXIES", "127.0.0.1"));

    private final WebSocketClient client =
            gateway.vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(SOCKETS));

    @Test
    void ofSocketsAndStreams() {
        List<WebSocket> sockets = new ArrayList<>();
        IntStream.range(0, SHARE).forEach(n -> sockets.add(connect(GREEDY)));

        assertThatThrownBy(() -> connect(GREEDY)).hasStackTraceContaining("429");
        problem(gateway.get("/api/likes/stream?products=1", "X-Forwarded-For", GREEDY), 429);
        connect(OTHER).close();

        sockets.remove(0).close();
        await().until(() -> gateway.gauge("likewire.push.sockets") == SHARE - 1);
        connect(GREEDY);
    }

    /** Who watches a product first pays for it; others watch the same at no cost. */
    @Test
    void ofWatchedProducts() {
        WebSocket last = null;
        for (long socket = 0; socket < TOPICS_SHARE / TOPICS_OF_A_SOCKET; socket++) {
            last = connect(GREEDY);
            for (long n = 1; n <= TOPICS_OF_A_SOCKET && socket * TOPICS_OF_A_SOCKET + n < TOPICS_SHARE; n++) {
                register(last, socket * TOPICS_OF_A_SOCKET + n);
            }
        }
        assertThat(heardAfter(last, TOPICS_SHARE)).contains("\"productId\":" + TOPICS_SHARE);

        WebSocket another = connect(OTHER);
        assertThat(heardAfter(another, 1)).contains("\"productId\":1,");
        assertThat(heardAfter(another, TOPICS_SHARE + 1)).contains("\"productId\":" + (TOPICS_SHARE + 1));
        unregister(last, TOPICS_SHARE);
        assertThat(heardAfter(last, TOPICS_SHARE + 2)).contains("\"productId\":" + (TOPICS_SHARE + 2));
        unregister(last, TOPICS_SHARE - 1);
        register(last, TOPICS_SHARE + 3);
        assertThat(heardAfter(last, TOPICS_SHARE + 4)).contains("max_handlers_reached");
        assertThat(heardAfter(connect(GREEDY), TOPICS_SHARE + 4)).contains("access_denied");
    }

    @Test
    void ofExports() {
        Promise<Void> slow = Promise.promise();
        gateway.products.exportGate = slow::future;
        gateway.products.add("tea");
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> export(GREEDY));
        await().until(() -> gateway.products.exported.size() >= 1);

        problem(export(GREEDY), 429);
        CompletableFuture<HttpResponse<String>> other = CompletableFuture.supplyAsync(() -> export(OTHER));
        await().until(() -> gateway.products.exported.size() >= 2);
        slow.complete();

        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(other.join().statusCode()).isEqualTo(200);
        assertThat(export(GREEDY).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> export(String from) {
        return gateway.get("/api/products/export", "X-Forwarded-For", from);
    }

    private WebSocket connect(String from) {
        return client.connect(new WebSocketConnectOptions()
                        .setPort(gateway.port)
                        .setHost("127.0.0.1")
                        .setURI("/eventbus/websocket")
                        .addHeader("X-Forwarded-For", from))
                .await();
    }

    private static void register(WebSocket socket, long productId) {
        socket.writeTextMessage("{\"type\":\"register\",\"address\":\"likes." + productId + "\"}")
                .await();
    }

    private static void unregister(WebSocket socket, long productId) {
        socket.writeTextMessage("{\"type\":\"unregister\",\"address\":\"likes." + productId + "\"}")
                .await();
    }

    /** The first frame that answers one more registration. */
    private String heardAfter(WebSocket socket, long productId) {
        gateway.likes.set(productId, 3);
        Promise<String> heard = Promise.promise();
        socket.handler(frame -> heard.tryComplete(frame.toString()));
        register(socket, productId);
        return heard.future().await();
    }
}
