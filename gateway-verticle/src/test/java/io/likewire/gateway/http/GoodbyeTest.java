package io.likewire.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoodbyeTest {
    private static final String GET = "GET /api/user HTTP/1.1\r\nHost: x\r\n\r\n";
    private final TestGateway gateway = TestGateway.with(Map.of(), Deadlines.DEFAULT);
    private final HttpClient client = gateway.vertx.createHttpClient();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aKeptAliveConnectionLearnsFromAnAnswerThatItIsTheLastOne() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port)) {
            socket.setSoTimeout(10_000);
            say(socket, GET);
            assertThat(head(socket)).startsWith("HTTP/1.1 200").doesNotContain("connection: close");
            var left = gateway.leaving();
            String answer;
            do {
                say(socket, GET);
                answer = head(socket);
            } while (!answer.contains("connection: close"));
            assertThat(answer).contains("HTTP/1.1 200");
            socket.getInputStream().readAllBytes();
            TestGateway.await(left);
        }
    }

    @Test
    void anIdleConnectionIsClosedAndTheGatewayIsGoneSoon() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port)) {
            socket.setSoTimeout(10_000);
            say(socket, GET);
            head(socket);
            var left = gateway.leaving();
            socket.getInputStream().readAllBytes();
            TestGateway.await(left);
        }
    }

    @Test
    void aRequestThatRunsIsAnswered() {
        var answer = gateway.likes.holdBack();
        var response = client.request(HttpMethod.POST, gateway.port, "127.0.0.1", "/api/likes/query")
                .compose(request ->
                        request.putHeader("Content-Type", "application/json").send("{\"productIds\":[1]}"));
        TestGateway.await(answer.asked());
        var left = gateway.leaving();
        gateway.vertx.setTimer(700, later -> answer.release());
        assertThat(TestGateway.await(response.map(HttpClientResponse::statusCode)))
                .isEqualTo(200);
        TestGateway.await(left);
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads one answer, whose body has no blank line. */
    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        while (socket.getInputStream().available() > 0) {
            socket.getInputStream().read();
        }
        return head.toString();
    }
}
