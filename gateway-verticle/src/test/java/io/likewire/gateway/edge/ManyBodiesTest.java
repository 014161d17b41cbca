package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.gateway.TestGateway;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies that never end, of many connections: a bound for all of them together. */
class ManyBodiesTest {
    private static final int PART = 64_000;
    private static final int MOST = 32 * 1024 * 1024 / PART;

    @Test
    void whatTheyTakeTogetherHasABound() throws IOException {
        List<Socket> open = new ArrayList<>();
        try (TestGateway gateway = new TestGateway()) {
            while (answers(open).isEmpty() && open.size() < MOST + 50) {
                open.add(unfinished(gateway.port));
            }
            await().until(() -> !answers(open).isEmpty());
            byte[] answer = answers(open).get(0).getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 503");

            close(open);
            await("room again")
                    .until(() -> gateway.send(
                                            "POST",
                                            "/api/likes/query",
                                            "{\"productIds\":[1]}",
                                            "Content-Type",
                                            "application/json")
                                    .statusCode()
                            == 200);
        } finally {
            close(open);
        }
    }

    private static Socket unfinished(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        String head = "POST /no/such/page HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (PART + 1) + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[PART]);
        return socket;
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
