package io.likewire.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.push.LikePush;
import io.likewire.gateway.TestGateway;
import io.likewire.servers.testing.RawSocket;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.spi.metrics.EventBusMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManySocketsTest {
    private static final int SOCKETS = 1_000;
    private static final String REGISTER = "{\"type\":\"register\",\"address\":\"likes\"}";
    private static final String PING = "{\"type\":\"ping\"}";
    private final AtomicInteger registrations = new AtomicInteger();
    private final Vertx browsers = Vertx.vertx();
    private final WebSocketClient client =
            browsers.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(2 * SOCKETS));
    private final TestGateway gateway = new TestGateway(
            Vertx.builder()
                    .with(new VertxOptions().setMetricsOptions(new MetricsOptions().setEnabled(true)))
                    .withMetrics(options -> countingRegistrations())
                    .build(),
            new PushIntervals(
                    Duration.ofMillis(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(15),
                    Duration.ofMillis(200)));

    @AfterEach
    void stop() {
        browsers.close().await();
        gateway.close();
    }

    @Test
    void aThousandSocketsAddNoRegistrationToTheBusAndAllSeeALike() {
        gateway.likes.set(7, 1);
        int before = registrations.get();
        assertThat(before).isPositive();
        AtomicInteger snapshots = new AtomicInteger();
        AtomicInteger updates = new AtomicInteger();
        connect(gateway, SOCKETS).forEach(socket -> {
            socket.handler(
                    frame -> (frame.toString().contains("\"likes\":2,") ? updates : snapshots).incrementAndGet());
            socket.writeTextMessage("{\"type\":\"register\",\"address\":\"likes.7\"}");
        });
        await().until(() -> snapshots.get() == SOCKETS);
        assertThat(registrations).hasValue(before);
        assertThat(gateway.likes.questions).hasSizeLessThan(10);

        LikePush.publish(gateway.vertx, List.of(gateway.likes.set(7, 2)));
        await().until(() -> updates.get() == SOCKETS);
        assertThat(registrations).hasValue(before);
        assertThat(gateway.gauge("likewire.push.sockets")).isEqualTo(SOCKETS);
    }

    @Test
    void aSocketThatNeverReadsIsCutAndOthersDoNotNotice() {
        AtomicInteger frames = new AtomicInteger();
        WebSocket reader = connect(gateway, 1).get(0).handler(frame -> frames.incrementAndGet());
        reader.writeTextMessage(REGISTER);
        try (RawSocket deaf = RawSocket.open(gateway.port, RawSocket.PLAIN)) {
            deaf.say(REGISTER);
            await().until(() -> gateway.gauge("likewire.push.sockets") == 2);
            AtomicInteger version = new AtomicInteger();
            long flood = gateway.vertx.setPeriodic(10, tick -> LikePush.publish(gateway.vertx, counts(version)));
            await().atMost(Duration.ofSeconds(30)).until(() -> gateway.counter("likewire.push.slow.closed") == 1);
            gateway.vertx.cancelTimer(flood);
            await().until(() -> gateway.gauge("likewire.push.sockets") == 1);
            assertThat(reader.isClosed()).isFalse();
            assertThat(frames).hasValueGreaterThan(2);
            assertThat(deaf.hears("nothing")).isFalse();
        }
    }

    @Test
    void aSocketThatKeepsTalkingAndNeverReadsIsCutToo() {
        try (RawSocket deaf = RawSocket.open(gateway.port, RawSocket.PLAIN)) {
            deaf.say(REGISTER);
            AtomicInteger version = new AtomicInteger();
            long flood = gateway.vertx.setPeriodic(10, tick -> LikePush.publish(gateway.vertx, counts(version)));
            await().atMost(Duration.ofSeconds(30)).until(() -> gateway.counter("likewire.push.slow.closed") == 1);
            gateway.vertx.cancelTimer(flood);
            await().atMost(Duration.ofSeconds(30)).until(() -> !deaf.say(PING));
        }
    }

    /** Whatever a framed path is called, the bytes that wait for its socket are counted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/eventbus/websocket",
                "/eventbus/000/abcdefgh/websocket",
                "/eventbus/websocket1/abcdefgh/websocket",
                "/eventbus/websocket/abcdefgh/websocket"
            })
    void aSocketThatOnlyPingsAndNeverReadsIsCutOnEveryTransport(String path) {
        double before = gateway.gauge("likewire.push.sockets");
        try (RawSocket deaf = RawSocket.open(gateway.port, path)) {
            await().until(() -> gateway.gauge("likewire.push.sockets") == before + 1);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> !pings(deaf, 1_000));
            await().until(() -> gateway.gauge("likewire.push.sockets") == before);
        }
    }

    private static boolean pings(RawSocket deaf, int number) {
        return IntStream.range(0, number).allMatch(i -> deaf.say(PING));
    }

    @Test
    void thereIsRoomForSoManySocketsOnly() {
        try (TestGateway small = TestGateway.withRoomFor(50)) {
            connect(small, 50);
            assertThatThrownBy(() -> connect(small, 1)).hasStackTraceContaining("503");
        }
    }

    private static List<LikeCount> counts(AtomicInteger version) {
        return IntStream.rangeClosed(1, LikePush.MAX_COUNTS)
                .mapToObj(id -> new LikeCount(id, Long.MAX_VALUE, version.incrementAndGet()))
                .toList();
    }

    private List<WebSocket> connect(TestGateway to, int number) {
        List<Future<WebSocket>> sockets = IntStream.range(0, number)
                .mapToObj(i -> client.connect(to.port, "127.0.0.1", "/eventbus/websocket"))
                .toList();
        Future.all(sockets).await();
        return sockets.stream().map(Future::result).toList();
    }

    private VertxMetrics countingRegistrations() {
        return new VertxMetrics() {
            @Override
            public EventBusMetrics<Void> createEventBusMetrics() {
                return new EventBusMetrics<>() {
                    @Override
                    public Void handlerRegistered(String address) {
                        if (!address.startsWith("__vertx.reply")) {
                            registrations.incrementAndGet();
                        }
                        return null;
                    }
                };
            }
        };
    }
}
