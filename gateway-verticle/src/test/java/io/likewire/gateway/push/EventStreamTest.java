package io.likewire.gateway.push;

import static io.likewire.gateway.TestGateway.await;
import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.push.LikePush;
import io.likewire.gateway.TestGateway;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {
    private final TestGateway gateway = new TestGateway(
            Vertx.vertx(),
            new PushTimes(
                    Duration.ofMillis(100),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(500),
                    Duration.ofMillis(50)));
    private final List<Listener> listeners = new ArrayList<>();

    @AfterEach
    void close() {
        listeners.forEach(Listener::close);
        gateway.close();
    }

    @Test
    void aStreamBeginsWithTheCountOfEachProduct() {
        LikeCount one = gateway.likes.set(1, 41);
        LikeCount two = gateway.likes.set(2, 5);
        Listener listener = listen("/api/likes/stream?products=1,2");
        await().until(() ->
                listener.likes(1).equals(List.of(41L)) && listener.likes(2).equals(List.of(5L)));
        assertThat(listener.head())
                .startsWith("HTTP/1.1 200")
                .contains("content-type: text/event-stream", "cache-control: no-store", "nosniff");
        assertThat(listener.text())
                .containsPattern("retry: [12]\\d{3}\n\n")
                .contains("id: " + one.version() + "\ndata: {\"productId\":1,\"likes\":41,\"version\":" + one.version()
                        + "}\n\n")
                .contains("id: " + two.version() + "\n");
    }

    @Test
    void aProductThatNobodyEverLikedIsToldToo() {
        gateway.likes.setUntouched(1);
        Listener listener = listen("/api/likes/stream?products=1");
        await().until(() -> listener.likes(1).equals(List.of(0L)));
        assertThat(listener.text()).contains("id: 0\n");
    }

    @Test
    void aLikeIsSeenAtOnceAndOtherProductsAreNot() {
        gateway.likes.set(1, 0);
        gateway.likes.set(2, 0);
        Listener listener = listen("/api/likes/stream?products=1");
        await().until(() -> listener.likes(1).equals(List.of(0L)));
        LikePush.publish(gateway.vertx, List.of(gateway.likes.set(2, 1), gateway.likes.set(1, 1)));
        await().until(() -> listener.likes(1).equals(List.of(0L, 1L)));
        assertThat(listener.likes(2)).isEmpty();
    }

    @Test
    void theLastValueOfAFloodArrives() {
        gateway.likes.set(1, 0);
        Listener listener = listen("/api/likes/stream?products=1");
        await().until(() -> listener.likes(1).size() == 1);
        for (int i = 1; i <= 500; i++) {
            LikePush.publish(gateway.vertx, List.of(new LikeCount(1, i, 5_000 + i)));
        }
        await().until(() -> listener.likes(1).contains(500L));
        assertThat(listener.likes(1)).isSorted().hasSizeLessThan(20);
    }

    @Test
    void whoComesBackHearsOfOneProductOnlyWhatIsNew() {
        LikeCount known = gateway.likes.set(1, 7);
        Listener listener = listen("/api/likes/stream?products=1", "Last-Event-ID: " + known.version());
        await().until(() -> gateway.likes.questions.contains(List.of(1L)));
        LikePush.publish(gateway.vertx, List.of(gateway.likes.set(1, 8)));
        await().until(() -> listener.likes(1).contains(8L));
        assertThat(listener.likes(1)).containsExactly(8L);
    }

    @Test
    void whoComesBackWithAnOldCountHearsTheNewOne() {
        LikeCount known = gateway.likes.set(1, 7);
        gateway.likes.set(1, 8);
        Listener listener = listen("/api/likes/stream?products=1", "Last-Event-ID: " + known.version());
        await().until(() -> listener.likes(1).equals(List.of(8L)));
    }

    /** An id is the version of one of them: what the caller missed of the other may be older. */
    @Test
    void whoComesBackToSeveralProductsHearsAllOfThem() {
        gateway.likes.set(1, 7);
        LikeCount known = gateway.likes.set(2, 9);
        Listener listener = listen("/api/likes/stream?products=1,2", "Last-Event-ID: " + known.version());
        await().until(() ->
                listener.likes(1).equals(List.of(7L)) && listener.likes(2).equals(List.of(9L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "-1", "0", "99999999999999999999"})
    void anIdThatWeNeverGaveIsIgnored(String id) {
        gateway.likes.set(1, 7);
        Listener listener = listen("/api/likes/stream?products=1", "Last-Event-ID: " + id);
        await().until(() -> listener.likes(1).equals(List.of(7L)));
    }

    @Test
    void aSilentStreamShowsThatItLives() {
        Listener listener = listen("/api/likes/stream?products=99");
        await().until(() -> listener.text().split("\n:\n", -1).length > 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?products=", "?products=x", "?products=1,,2", "?products=0", "?products=1&products=2"})
    void idsThatAreNoneAre400(String query) {
        assertThat(problem(gateway.get("/api/likes/stream" + query), 400).getJsonObject("errors"))
                .isEqualTo(new JsonObject()
                        .put("products", new JsonArray().add("Expected 1 to 50 ids, separated by commas.")));
    }

    @Test
    void fiftyProductsAreTheMost() {
        Listener listener = listen("/api/likes/stream?products=" + ids(50));
        await().until(() -> listener.head().startsWith("HTTP/1.1 200"));
        problem(gateway.get("/api/likes/stream?products=" + ids(51)), 400);
    }

    @Test
    void headTellsWhatAStreamWouldBe() {
        HttpResponse<String> head = gateway.send("HEAD", "/api/likes/stream?products=1", null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(gateway.gauge("likewire.push.sockets")).isZero();
    }

    @Test
    void streamsAndSocketsShareTheRoom() {
        WebSocketClient client =
                gateway.vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(2_000));
        for (int i = 1; i < gateway.socketsMax; i++) {
            TestGateway.await(client.connect(gateway.port, "127.0.0.1", "/eventbus/websocket"));
        }
        Listener last = listen("/api/likes/stream?products=1");
        await().until(() -> last.head().startsWith("HTTP/1.1 200"));
        assertThat(problem(gateway.get("/api/likes/stream?products=1"), 503).getString("type"))
                .endsWith("overloaded");
        last.close();
        await().until(() -> gateway.gauge("likewire.push.sockets") == gateway.socketsMax - 1);
        assertThat(gateway.send("HEAD", "/api/likes/stream?products=1", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aGatewayThatLeavesEndsItsStreams() {
        gateway.likes.set(1, 7);
        Listener listener = listen("/api/likes/stream?products=1");
        await().until(() -> listener.likes(1).size() == 1);
        gateway.undeploy();
        await().until(listener::isOver);
        assertThat(listener.text()).endsWith("\r\n0\r\n\r\n");
    }

    @Test
    void aStreamThatNobodyReadsIsCut() throws IOException {
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(4_096);
            deaf.connect(new InetSocketAddress("127.0.0.1", gateway.port));
            Listener.ask(deaf, "/api/likes/stream?products=" + ids(50));
            await().until(() -> gateway.gauge("likewire.push.sockets") == 1);
            long[] version = {1_000_000};
            long flood = gateway.vertx.setPeriodic(
                    5,
                    tick -> LikePush.publish(
                            gateway.vertx,
                            LongStream.rangeClosed(1, 50)
                                    .mapToObj(id -> new LikeCount(id, Long.MAX_VALUE, ++version[0]))
                                    .toList()));
            await().atMost(Duration.ofSeconds(60)).until(() -> gateway.counter("likewire.push.slow.closed") == 1);
            gateway.vertx.cancelTimer(flood);
            await().until(() -> gateway.gauge("likewire.push.sockets") == 0);
        }
    }

    private static String ids(int number) {
        return LongStream.rangeClosed(1, number).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    private Listener listen(String path, String... headers) {
        Listener listener = new Listener(gateway.port, path, headers);
        listeners.add(listener);
        return listener;
    }
}
