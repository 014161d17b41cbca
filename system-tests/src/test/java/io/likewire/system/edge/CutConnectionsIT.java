package io.likewire.system.edge;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.servers.testing.RawBytes;
import io.likewire.servers.testing.RawSocket;
import io.likewire.system.rig.Node;
import io.likewire.system.rig.Rest;
import io.likewire.system.rig.Seed;
import io.likewire.system.rig.Service;
import io.likewire.system.rig.Soak;
import io.likewire.system.rig.Wired;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** E3: whatever a connection was about when it was cut, nothing of it stays. */
@Tag("full")
class CutConnectionsIT {
    private static final int CONNECTIONS = Soak.choose(500, 10_000);
    private static final int THREADS = 8;
    private static final int LONGEST_LIFE_MS = 30;
    private static final int WATCHED = 50;
    private static final String GREEDY = "X-Forwarded-For: 198.51.100.3";
    private static final List<String> MOMENTARY = List.of("likewire_push_sockets", "likewire_requests_running");
    private final Node gateway = Wired.shared().cluster().node(Service.GATEWAY);
    private final Rest rest = Wired.shared().cluster().rest();
    private final long apple = rest.create("Apple");
    private final String token = rest.newVisitor().token();
    private final long seed = Seed.of("cut connections");

    @Test
    void nothingOfAConnectionThatIsCutStays() throws Exception {
        double connections = connections();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        IntStream.range(0, CONNECTIONS).forEach(n -> threads.execute(() -> live(new Random(seed + n), n)));
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.HOURS)).isTrue();

        await("all gauges are back").untilAsserted(() -> {
            for (String gauge : MOMENTARY) {
                assertThat(gateway.metric(gauge)).as(gauge).isZero();
            }
            assertThat(connections()).as("connections").isLessThanOrEqualTo(connections + 2);
        });
        theAddressHasItsWholeShareAgain();
    }

    /** Of different products they watched more than one address may, and all exports were begun by one. */
    private void theAddressHasItsWholeShareAgain() {
        await("an export")
                .until(() -> rest.send("GET", "/api/products/export", null, GREEDY.split(": "))
                                .status()
                        == 200);
        try (RawSocket client = new RawSocket(gateway.http())) {
            client.upgrade(RawSocket.PLAIN, GREEDY);
            await("the socket").until(() -> client.heard().contains(" 101 "));
            client.send(watch(IntStream.rangeClosed(1, WATCHED).map(n -> 50_000_000 + n)));
            client.send(RawBytes.text("{\"type\":\"ping\"}"));
            await("the pong").until(() -> client.heard().contains("pong"));
            assertThat(client.heard()).doesNotContain("max_handlers_reached", "access_denied");
        }
    }

    private void live(Random random, int n) {
        RawSocket client = new RawSocket(gateway.http());
        begin(client, random, n);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_LIFE_MS)));
        if (random.nextBoolean()) {
            client.cut();
        } else {
            client.close();
        }
    }

    private void begin(RawSocket client, Random random, int n) {
        switch (random.nextInt(11)) {
            case 0 -> client.send("GET /api/products HTTP/1.1\r\nHost: x\r\nX-Half: ");
            case 1 ->
                client.send(
                        RawBytes.head("POST", "/api/products", "Content-Type: application/json", "Content-Length: 100")
                                + "{\"title\":");
            case 2 ->
                client.send(RawBytes.head("GET", "/api/products?limit=100").repeat(20));
            case 3 -> client.send(RawBytes.head("GET", "/api/products?q=apple" + n));
            case 4 -> client.send(RawBytes.head("GET", "/api/products/export", GREEDY));
            case 5 ->
                client.send(RawBytes.head(
                        random.nextBoolean() ? "PUT" : "DELETE",
                        "/api/products/" + apple + "/like",
                        "Authorization: Bearer " + token,
                        "Content-Length: 0"));
            case 6 -> client.send(RawBytes.head("GET", "/api/likes/stream?products=" + streamed(n), GREEDY));
            case 7 -> client.send("GET /eventbus/websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n");
            case 8 -> client.upgrade(RawSocket.FRAMED, GREEDY).send(framed(n));
            case 9 ->
                client.upgrade(RawSocket.PLAIN, GREEDY).send(new byte[] {(byte) 0x81, (byte) 0x85, 0, 0, 0, 0, '{'});
            default -> client.upgrade(RawSocket.PLAIN, GREEDY).send(watch(products(n)));
        }
    }

    private static IntStream products(int n) {
        return IntStream.range(0, WATCHED).map(i -> 1_000_000 + n * WATCHED + i);
    }

    private static String streamed(int n) {
        return products(n).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static byte[] watch(IntStream products) {
        return RawBytes.several(
                1,
                products.mapToObj(id -> RawBytes.text("{\"type\":\"register\",\"address\":\"likes." + id + "\"}"))
                        .toArray(byte[][]::new));
    }

    private static byte[] framed(int n) {
        return RawBytes.several(
                1,
                products(n)
                        .mapToObj(id -> RawBytes.text(
                                "[\"{\\\"type\\\":\\\"register\\\",\\\"address\\\":\\\"likes." + id + "\\\"}\"]"))
                        .toArray(byte[][]::new));
    }

    private double connections() {
        return gateway.metric("vertx_http_server_active_connections");
    }
}
