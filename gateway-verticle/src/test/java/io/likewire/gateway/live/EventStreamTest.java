package io.likewire.gateway.live;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.push.LikePush;
import io.likewire.gateway.TestGateway;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {
    private static final AtomicLong IDS = new AtomicLong(1_000);

    @AutoClose
    private static final TestGateway gateway = new TestGateway(Vertx.vertx(), withGap(Duration.ofMillis(100)));

    private final List<Listener> listeners = new ArrayList<>();
    private final long tea = IDS.incrementAndGet();
    private final long coffee = IDS.incrementAndGet();

    private static PushIntervals withGap(Duration frameGap) {
        return new PushIntervals(
                frameGap,
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                Duration.ofMillis(50),
                Duration.ofMillis(200));
    }

    @AfterEach
    void hangUp() {
        listeners.forEach(Listener::close);
        await().until(() -> gateway.gauge("likewire.push.sockets") == 0);
    }

    @Test
    void aStreamBeginsWithTheCountOfEachProduct() {
        LikeCount one = gateway.likes.set(tea, 41);
        LikeCount two = gateway.likes.set(coffee, 5);
        Listener listener = listen("/api/likes/stream?products=" + tea + "," + coffee);
        await().until(() -> listener.likes(tea).equals(List.of(41L))
                && listener.likes(coffee).equals(List.of(5L)));
        assertThat(listener.head())
                .startsWith("HTTP/1.1 200")
                .contains("content-type: text/event-stream", "cache-control: no-store", "nosniff");
        assertThat(listener.text())
                .containsPattern("retry: [12]\\d{3}\n\n")
                .contains("id: " + one.version() + "\ndata: {\"productId\":" + tea + ",\"likes\":41,\"version\":"
                        + one.version() + "}\n\n")
                .contains("id: " + two.version() + "\n");
    }

    @Test
    void aProductThatNobodyEverLikedIsToldToo() {
        gateway.likes.setUntouched(tea);
        Listener listener = listen("/api/likes/stream?products=" + tea);
        await().until(() -> listener.likes(tea).equals(List.of(0L)));
        assertThat(listener.text()).contains("id: 0\n");
    }

    @Test
    void aLikeIsSeenAtOnceAndOtherProductsAreNot() {
        gateway.likes.set(tea, 0);
        gateway.likes.set(coffee, 0);
        Listener listener = listen("/api/likes/stream?products=" + tea);
        await().until(() -> listener.likes(tea).equals(List.of(0L)));
        LikePush.publish(gateway.vertx, List.of(gateway.likes.set(coffee, 1), gateway.likes.set(tea, 1)));
        await().until(() -> listener.likes(tea).equals(List.of(0L, 1L)));
        assertThat(listener.likes(coffee)).isEmpty();
    }

    @Test
    void theLastValueOfAFloodArrives() {
        gateway.likes.set(tea, 0);
        Listener listener = listen("/api/likes/stream?products=" + tea);
        await().until(() -> listener.likes(tea).size() == 1);
        for (int i = 1; i <= 500; i++) {
            LikePush.publish(gateway.vertx, List.of(new LikeCount(tea, i, 5_000 + i)));
        }
        await().until(() -> listener.likes(tea).contains(500L));
        assertThat(listener.likes(tea)).isSorted().hasSizeLessThan(20);
    }

    @Test
    void whoComesBackHearsOfOneProductOnlyWhatIsNew() {
        LikeCount known = gateway.likes.set(tea, 7);
        Listener listener = listen("/api/likes/stream?products=" + tea, "Last-Event-ID: " + known.version());
        await().until(() -> gateway.likes.questions.contains(List.of(tea)));
        LikePush.publish(gateway.vertx, List.of(gateway.likes.set(tea, 8)));
        await().until(() -> listener.likes(tea).contains(8L));
        assertThat(listener.likes(tea)).containsExactly(8L);
    }

    @Test
    void whoComesBackWithAnOldCountHearsTheNewOne() {
        LikeCount known = gateway.likes.set(tea, 7);
        gateway.likes.set(tea, 8);
        Listener listener = listen("/api/likes/stream?products=" + tea, "Last-Event-ID: " + known.version());
        await().until(() -> listener.likes(tea).equals(List.of(8L)));
    }

    /** An id is the version of one of them: what the caller missed of the other may be older. */
    @Test
    void whoComesBackToSeveralProductsHearsAllOfThem() {
        gateway.likes.set(tea, 7);
        LikeCount known = gateway.likes.set(coffee, 9);
        Listener listener =
                listen("/api/likes/stream?products=" + tea + "," + coffee, "Last-Event-ID: " + known.version());
        await().until(() -> listener.likes(tea).equals(List.of(7L))
                && listener.likes(coffee).equals(List.of(9L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "-1", "0", "99999999999999999999"})
    void anIdThatWeNeverGaveIsIgnored(String id) {
        gateway.likes.set(tea, 7);
        Listener listener = listen("/api/likes/stream?products=" + tea, "Last-Event-ID: " + id);
        await().until(() -> listener.likes(tea).equals(List.of(7L)));
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
        problem(gateway.get("/api/likes/stream?products=1&x=" + "x".repeat(1_536)), 414);
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
        try (TestGateway small = TestGateway.withRoomFor(5)) {
            WebSocketClient client = small.vertx.createWebSocketClient();
            for (int i = 1; i < small.socketsMax; i++) {
                client.connect(small.port, "127.0.0.1", "/eventbus/websocket").await();
            }
            try (Listener last = new Listener(small.port, "/api/likes/stream?products=1")) {
                await().until(() -> last.head().startsWith("HTTP/1.1 200"));
                assertThat(problem(small.get("/api/likes/stream?products=1"), 503)
                                .getString("type"))
                        .endsWith("overloaded");
            }
            await().until(() -> small.gauge("likewire.push.sockets") == small.socketsMax - 1);
            assertThat(small.send("HEAD", "/api/likes/stream?products=1", null).statusCode())
                    .isEqualTo(200);
            client.close().await();
        }
    }

    @Test
    void aGatewayThatLeavesEndsItsStreams() {
        try (TestGateway leaving = new TestGateway()) {
            leaving.likes.set(1, 7);
            Listener listener = new Listener(leaving.port, "/api/likes/stream?products=1");
            listeners.add(listener);
            await().until(() -> listener.likes(1).size() == 1);
            leaving.undeploy();
            await().until(listener::isOver);
            assertThat(listener.text()).endsWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void aStreamThatNobodyReadsIsCut() throws IOException {
        try (TestGateway quick = new TestGateway(Vertx.vertx(), withGap(Duration.ofMillis(5)));
                Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(4_096);
            deaf.connect(new InetSocketAddress("127.0.0.1", quick.port));
            Listener.ask(deaf, "/api/likes/stream?products=" + ids(50));
            await().until(() -> quick.gauge("likewire.push.sockets") == 1);
            long[] version = {1_000_000};
            long flood = quick.vertx.setPeriodic(
                    5,
                    tick -> LikePush.publish(
                            quick.vertx,
                            LongStream.rangeClosed(1, 50)
                                    .mapToObj(id -> new LikeCount(id, Long.MAX_VALUE, ++version[0]))
                                    .toList()));
            await().atMost(Duration.ofSeconds(60)).until(() -> quick.counter("likewire.push.slow.closed") == 1);
            quick.vertx.cancelTimer(flood);
            await().until(() -> quick.gauge("likewire.push.sockets") == 0);
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
