package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.gateway.TestGateway;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that never end: a bound for each address, one for all together, and none is waited for in vain. */
class ManyBodiesTest {
    private static final int PART = 64_000;
    private static final int MOST = 32 * 1024 * 1024 / PART;
    private static final String QUERY = "POST /api/likes/query";

    @Test
    void whatTheyTakeTogetherHasABound() throws IOException {
        List<Socket> open = new ArrayList<>();
        try (TestGateway gateway = new TestGateway()) {
            while (answers(open).isEmpty() && open.size() < MOST + 50) {
                open.add(unfinished(gateway.port, QUERY, "127.0.0.1"));
            }
            await().until(() -> !answers(open).isEmpty());
            assertThat(start(answers(open).get(0))).isEqualTo("HTTP/1.1 503");

            close(open);
            await("room again").until(() -> query(gateway, "127.0.0.1") == 200);
        } finally {
            close(open);
        }
    }

    @Test
    void oneAddressHasItsShare() throws IOException {
        List<Socket> open = new ArrayList<>();
        try (TestGateway gateway = TestGateway.with(Map.of("TRUSTED_PROXIES", "127.0.0.1"))) {
            while (answers(open).isEmpty() && open.size() < MOST) {
                open.add(unfinished(gateway.port, QUERY, "10.0.0.1"));
            }
            await().until(() -> !answers(open).isEmpty());
            assertThat(start(answers(open).get(0))).isEqualTo("HTTP/1.1 429");
            assertThat(query(gateway, "10.0.0.2")).isEqualTo(200);
        } finally {
            close(open);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/products, 200",
        "GET /, 200",
        "DELETE /api/products/404, 401",
        "POST /no/such/page, 404",
        "POST /docs, 405",
        "GET /eventbus/websocket, 400"
    })
    void aBodyThatMeansNothingIsNotWaitedFor(String line, int status) throws IOException {
        try (TestGateway gateway = new TestGateway();
                Socket socket = unfinished(gateway.port, line, "127.0.0.1")) {
            assertThat(start(socket)).isEqualTo("HTTP/1.1 " + status);
        }
    }

    @Test
    void whatFollowsItIsTheNextRequest() throws IOException {
        try (TestGateway gateway = new TestGateway();
                Socket socket = unfinished(gateway.port, "GET /api/nothing", "127.0.0.1")) {
            String next = "xGET /openapi.yaml HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(next.getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers)
                    .startsWith("HTTP/1.1 404")
                    .contains("HTTP/1.1 200")
                    .contains("openapi: ");
        }
    }

    private static Socket unfinished(int port, String line, String client) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        String head = line + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + client + "\r\nContent-Length: "
                + (PART + 1) + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[PART]);
        return socket;
    }

    private static int query(TestGateway gateway, String client) {
        return gateway.sendJson("POST", "/api/likes/query", "{\"productIds\":[1]}", "X-Forwarded-For", client)
                .statusCode();
    }

    private static String start(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    private static List<Socket> answers(List<Socket> open) throws IOException {
        List<Socket> answered = new ArrayList<>();
        for (Socket socket : open) {
            if (socket.getInputStream().available() >= 12) {
                answered.add(socket);
            }
        }
        return answered;
    }

    private static void close(List<Socket> open) throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }
}
