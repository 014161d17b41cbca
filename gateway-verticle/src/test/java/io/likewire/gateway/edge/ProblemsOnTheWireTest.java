package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a request, and however early it is found: the answer is a whole problem. */
class ProblemsOnTheWireTest {
    private static final String END = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new TestGateway();
        gateway.products.add("Tea");
    }

    @ParameterizedTest
    @CsvSource({
        "404, not-found, GET /nothing, ''",
        "404, not-found, GET /api/products/99, ''",
        "404, not-found, GET /lib/none.js, ''",
        "404, not-found, GET /eventbus/iframe.html, ''",
        "405, method-not-allowed, TRACE /api/products, ''",
        "405, method-not-allowed, PUT /problems, ''",
        "405, method-not-allowed, PURGE /api/products/1/like, ''",
        "415, unsupported-media-type, POST /api/likes/query, Content-Type: text/xml",
        "401, unauthorized, POST /api/products/1/like, Authorization: Bearer x.y.z",
        "400, malformed-request, GET /%zz, ''",
        "400, malformed-request, POST /api/products, Content-Length: x",
        "400, malformed-request, GET /api/products, Bad Header: x",
        "400, malformed-request, GET /eventbus/websocket, ''",
    })
    void everyProblemIsWhole(int status, String slug, String start, String header) {
        String answer = send(start + END + (header.isEmpty() ? "" : header + "\r\n") + "\r\n");
        assertThat(answer)
                .matches("(?s)HTTP/1\\.[01] " + status + " .*")
                .contains("application/problem+json", "Content-Security-Policy: ", "nosniff", "X-Request-Id: ");
        JsonObject problem = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(problem.getString("type")).isEqualTo("/problems/" + slug);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(answer).contains("X-Request-Id: " + problem.getString("requestId"));
        assertThat(answer.contains("Allow: ") || answer.contains("allow: ")).isEqualTo(status == 405);
    }

    private static String send(String request) {
        try (Socket socket = new Socket("127.0.0.1", gateway.port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(request, e);
        }
    }
}
