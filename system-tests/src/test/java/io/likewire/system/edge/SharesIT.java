package io.likewire.system.edge;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.AtOnce;
import io.likewire.system.rig.RawClient;
import io.likewire.system.rig.Reply;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Wired;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E4: one address asks for more than its share, and another one works on. Both come through a proxy that is trusted. */
@Tag("full")
class SharesIT {
    private static final String GREEDY = "198.51.100.4";
    private static final String OTHER = "198.51.100.5";
    private static final String FORWARDED = "X-Forwarded-For";
    private static final String REFUSED = "access_denied";
    private static final int TOPICS_OF_A_SOCKET = 50;
    private static final int TOPICS_SHARE = 5_000;
    private static final int SOCKETS_SHARE = 20_000 / 4;
    /** So that exports overlap; a fresh connection, which takes six times that each way, is still there in time. */
    private static final Duration SLOW_DATABASE = Duration.ofMillis(40);

    private final Wired wired = Wired.shared();
    private final URI gateway = wired.cluster().gateway();
    private final Rest rest = wired.cluster().rest();
    private final List<RawClient> clients = new ArrayList<>();

    @AfterEach
    void hangUp() {
        wired.productsWire().heal();
        clients.forEach(RawClient::close);
    }

    @Test
    void ofWatchedProducts() {
        for (int socket = 0; socket < TOPICS_SHARE / TOPICS_OF_A_SOCKET; socket++) {
            int first = 60_000_000 + socket * TOPICS_OF_A_SOCKET;
            RawClient greedy = socket(GREEDY);
            IntStream.range(first, first + TOPICS_OF_A_SOCKET).forEach(id -> greedy.send(watch(id)));
            assertThat(heardAfter(greedy)).doesNotContain(REFUSED);
        }
        RawClient greedy = socket(GREEDY);
        greedy.send(watch(70_000_000));
        assertThat(heardAfter(greedy)).contains(REFUSED);
        RawClient other = socket(OTHER);
        other.send(watch(70_000_000));
        assertThat(heardAfter(other)).doesNotContain(REFUSED);
    }

    @Test
    void ofExports() throws Exception {
        wired.productsWire().delay(SLOW_DATABASE);

        List<Reply> replies = AtOnce.send(List.of(() -> export(GREEDY), () -> export(GREEDY), () -> export(OTHER)));

        assertThat(replies.subList(0, 2)).extracting(Reply::status).containsExactlyInAnyOrder(200, 429);
        assertThat(replies.get(2).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/api/visitors, 60, 201", "/api/auth/register, 10, 400", "/api/auth/login, 30, 401"})
    void ofWhatIsCountedByTheMinute(String path, int share, int usual) {
        int greedy = 0;
        while (send(GREEDY, path, greedy) != 429) {
            greedy++;
            assertThat(greedy).isLessThanOrEqualTo(2 * share);
        }
        assertThat(greedy).isGreaterThanOrEqualTo(share);
        assertThat(send(OTHER, path, greedy)).isEqualTo(usual);
    }

    @Tag("soak")
    @Test
    void ofSockets() {
        IntStream.range(0, SOCKETS_SHARE).forEach(n -> ask(GREEDY));
        List.copyOf(clients).forEach(client -> assertThat(answered(client)).contains(" 101 "));
        assertThat(answered(ask(GREEDY))).contains(" 429 ");
        assertThat(answered(ask(OTHER))).contains(" 101 ");
    }

    /** Each time as somebody else: names have bounds of their own. */
    private int send(String from, String path, int time) {
        JsonObject body = new JsonObject()
                .put("username", "nobody-" + time)
                .put("password", path.endsWith("login") ? "tulips-in-march-4711" : "short");
        return rest.send("POST", path, path.endsWith("visitors") ? null : body, FORWARDED, from)
                .status();
    }

    private Reply export(String from) {
        return rest.send("GET", "/api/products/export", null, FORWARDED, from);
    }

    private RawClient socket(String from) {
        RawClient client = ask(from);
        answered(client);
        return client;
    }

    private RawClient ask(String from) {
        RawClient client = new RawClient(gateway).upgrade(RawClient.RAW, FORWARDED + ": " + from);
        clients.add(client);
        return client;
    }

    private static String answered(RawClient client) {
        await("an answer").until(() -> client.heard().contains("HTTP/1.1 "));
        return client.heard();
    }

    private static byte[] watch(int productId) {
        return RawClient.text("{\"type\":\"register\",\"address\":\"likes." + productId + "\"}");
    }

    /** Everything, once a question that comes after it is answered. */
    private static String heardAfter(RawClient client) {
        client.send(RawClient.text("{\"type\":\"ping\"}"));
        await("the pong").until(() -> client.heard().contains("pong"));
        return client.heard();
    }
}
