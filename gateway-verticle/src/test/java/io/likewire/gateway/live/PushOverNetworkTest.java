package io.likewire.gateway.live;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.push.LikePush;
import io.likewire.gateway.TestGateway;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushOverNetworkTest {
    private static final AtomicLong IDS = new AtomicLong();
    private static TestGateway gateway;
    private static Vertx browsers;
    private static WebSocketClient client;
    private final long tea = IDS.incrementAndGet();

    @BeforeAll
    static void start() {
        gateway = new TestGateway();
        browsers = Vertx.vertx();
        client = browsers.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(100));
    }

    @AfterAll
    static void stop() {
        browsers.close().await();
        gateway.close();
    }

    @Test
    void aBrowserSeesTheSnapshotAndThenEveryLike() {
        gateway.likes.set(tea, 41);
        Browser browser = open(gateway).says(register("likes." + tea));
        await().until(() -> browser.likes().equals(List.of(41L)));
        LikePush.publish(gateway.vertx, List.of(gateway.likes.set(tea, 42)));
        await().until(() -> browser.likes().equals(List.of(41L, 42L)));
    }

    @Test
    void whatTheBusRepeatsAndReordersNeverTurnsACountBack() {
        gateway.likes.set(tea, 0);
        Browser one = open(gateway).says(register("likes." + tea));
        Browser all = open(gateway).says(register("likes"));
        await().until(() -> one.frames.size() == 1 && all.frames.size() == 1);
        List<Integer> messages =
                IntStream.range(0, 600).mapToObj(i -> 1 + i / 3).collect(Collectors.toList());
        Collections.shuffle(messages, new Random(7));
        messages.forEach(i -> LikePush.publish(gateway.vertx, List.of(new LikeCount(tea, i, 5_000 + i))));
        await().until(() -> one.likes().contains(200L) && all.fed(tea).contains(200L));
        messages.forEach(i -> LikePush.publish(gateway.vertx, List.of(new LikeCount(tea, i, 5_000 + i))));
        LikePush.publish(gateway.vertx, List.of(new LikeCount(tea, 201, 5_201)));
        await().until(() -> one.likes().contains(201L) && all.fed(tea).contains(201L));
        assertThat(one.likes()).isSorted().doesNotHaveDuplicates();
        assertThat(all.fed(tea)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aLikeOverRestReachesTheFeed() {
        gateway.likes.set(tea, 0);
        Browser browser = open(gateway).says(register("likes"));
        await().until(() -> browser.frames.size() == 1);
        LikePush.publish(gateway.vertx, List.of(new LikeCount(tea, 1, 5_000)));
        await().until(() -> browser.frames.size() == 2);
        assertThat(browser.frames.get(1).getJsonArray("body"))
                .isEqualTo(new JsonArray(
                        String.format(Locale.ROOT, "[{\"productId\":%d,\"likes\":1,\"version\":5000}]", tea)));
    }

    @Test
    void theFramedTransportOfSockJsWorksToo() {
        gateway.likes.set(tea, 41);
        List<String> texts = new CopyOnWriteArrayList<>();
        ClientWebSocket socket = client.webSocket();
        socket.textMessageHandler(texts::add);
        socket.connect(new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(gateway.port)
                        .setURI("/eventbus/000/abcdefgh/websocket"))
                .await();
        await().until(() -> texts.contains("o"));
        socket.writeTextMessage(new JsonArray().add(register("likes." + tea)).encode());
        await().until(() -> texts.stream().anyMatch(text -> text.startsWith("a[") && text.contains("41")));
    }

    @Test
    void theInfoOfSockJsOffersNothingButWebSocket() {
        JsonObject info = new JsonObject(gateway.get("/eventbus/info").body());
        assertThat(info.getBoolean("websocket")).isTrue();
        assertThat(info.getBoolean("cookie_needed")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/eventbus",
                "/eventbus/",
                "/eventbus/iframe.html",
                "/eventbus/chunking_test",
                "/eventbus/000/a/xhr",
                "/eventbus/000/a/xhr_streaming",
                "/eventbus/000/a/eventsource",
                "/eventbus/000/a/htmlfile",
                "/eventbus/000/a/jsonp"
            })
    void theOtherTransportsAreShut(String path) {
        problem(gateway.get(path), 404);
        problem(gateway.send("POST", path, "x"), 404);
    }

    @Test
    void aSocketAddressAskedWithoutUpgradeIsAProblem() {
        problem(gateway.get("/eventbus/websocket"), 400);
        assertThat(gateway.send("POST", "/eventbus/websocket", "x").headers().firstValue("Allow"))
                .contains("GET, OPTIONS");
    }

    @Test
    void whatASocketSendsNeverReachesTheBus() {
        List<Object> received = new CopyOnWriteArrayList<>();
        for (String address : List.of("secret", "likes." + tea, "likewire.push.likes")) {
            gateway.vertx
                    .eventBus()
                    .consumer(address, received::add)
                    .completion()
                    .await();
        }
        Browser browser = open(gateway);
        for (String address : List.of("secret", "likes." + tea, "likewire.push.likes")) {
            browser.says("{\"type\":\"send\",\"address\":\"" + address + "\",\"body\":[]}");
            browser.says("{\"type\":\"publish\",\"address\":\"" + address + "\",\"body\":[]}");
        }
        browser.says("{\"type\":\"ping\"}");
        await().until(() -> browser.frames.contains(new JsonObject("{\"type\":\"pong\"}")));
        assertThat(browser.frames)
                .filteredOn(f -> "access_denied".equals(f.getString("body")))
                .hasSize(6);
        assertThat(received).isEmpty();
    }

    @Test
    void aSocketSeesThatItsGatewayLeaves() {
        try (TestGateway leaving = new TestGateway()) {
            Browser browser = open(leaving);
            leaving.undeploy();
            await().until(() -> browser.socket.isClosed());
            assertThat(browser.socket.closeStatusCode()).isEqualTo((short) 1001);
        }
    }

    private static String register(String address) {
        return new JsonObject().put("type", "register").put("address", address).encode();
    }

    private static Browser open(TestGateway gateway) {
        return new Browser(
                client.connect(gateway.port, "127.0.0.1", "/eventbus/websocket").await());
    }

    private static final class Browser {
        final WebSocket socket;
        final List<JsonObject> frames = new CopyOnWriteArrayList<>();

        Browser(WebSocket socket) {
            this.socket = socket;
            socket.handler(frame -> frames.add(frame.toJsonObject()));
        }

        Browser says(String frame) {
            socket.writeTextMessage(frame);
            return this;
        }

        List<Long> fed(long productId) {
            return frames.stream()
                    .flatMap(frame -> frame.getJsonArray("body").stream())
                    .map(JsonObject.class::cast)
                    .filter(count -> count.getLong("productId") == productId)
                    .map(count -> count.getLong("likes"))
                    .toList();
        }

        List<Long> likes() {
            return frames.stream()
                    .map(frame -> frame.getJsonObject("body").getLong("likes"))
                    .toList();
        }
    }
}
