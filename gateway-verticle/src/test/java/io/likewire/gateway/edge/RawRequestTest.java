package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no well-behaved client would send. */
class RawRequestTest {
    private static final String END = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    /** However early what is wrong is found. */
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
        String answer = gateway.raw(start + END + (header.isEmpty() ? "" : header + "\r\n") + "\r\n");
        assertThat(answer)
                .matches("(?s)HTTP/1\\.[01] " + status + " .*")
                .contains("application/problem+json", "Content-Security-Policy: ", "nosniff", "X-Request-Id: ");
        JsonObject problem = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(problem.getString("type")).isEqualTo("/problems/" + slug);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(answer).contains("X-Request-Id: " + problem.getString("requestId"));
        assertThat(answer.contains("Allow: ") || answer.contains("allow: ")).isEqualTo(status == 405);
    }

    @Test
    void anAddressOver4KilobytesIs414() {
        problem("GET /api/products?x=" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", 414);
    }

    @Test
    void headersOver8KilobytesAre431() {
        problem("GET /api/products HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(9_000) + "\r\n\r\n", 431);
    }

    @Test
    void moreThanAHundredFieldsAre431() {
        problem("GET /api/products HTTP/1.1\r\nHost: x\r\n" + "a:b\r\n".repeat(100) + "\r\n", 431);
        assertThat(gateway.raw(
                        "GET /api/user HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "a:b\r\n".repeat(98) + "\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void anAddressOfAlmost4KilobytesIsRead() {
        String request = "GET /api/user?x=" + "x".repeat(4_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        assertThat(gateway.raw(request)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET /api/products/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/products/%C0%AF HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/products?limit=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/products?%zz=1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /api/products HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/products HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "POST /api/products HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/user HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /api/user HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
                "GET http://y/api/user HTTP/1.1\r\nHost: x\r\n\r\n",
            })
    void nonsenseIsAClientsErrorAndNever500(String request) {
        String answer = gateway.raw(request.replaceFirst("\r\n", "\r\nConnection: close\r\n"));
        assertThat(answer).as(request).matches("(?s)HTTP/1\\.[01] 4\\d\\d .*");
        assertThat(answer)
                .as(request)
                .contains("application/problem+json", "nosniff", "X-Request-Id: ", "\"requestId\":");
    }

    @Test
    void anAddressAsProxiesGetItIsReadWhenItNamesTheHost() {
        String request = "GET http://X:80/api/user HTTP/1.1\r\nHost: x:80\r\nConnection: close\r\n\r\n";
        assertThat(gateway.raw(request)).startsWith("HTTP/1.1 200");
    }

    /** Java's own client sends a length of 0. */
    @Test
    void aHandshakeMaySayThatItHasNoBody() throws IOException {
        assertThat(RawAnswerHead.of(gateway.port, handshake("Content-Length: 0\r\n\r\n"))
                        .status())
                .isEqualTo(101);
    }

    @Test
    void aHandshakeWithABodyIs400() throws IOException {
        assertThat(RawAnswerHead.of(gateway.port, handshake("Content-Length: 2\r\n\r\n{}"))
                        .status())
                .isEqualTo(400);
    }

    private static String handshake(String end) {
        return "GET /eventbus/websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" + end;
    }

    private static void problem(String request, int status) {
        String answer = gateway.raw(request);
        assertThat(answer)
                .matches("(?s)HTTP/1\\.[01] " + status + " .*")
                .contains("application/problem+json", "nosniff", "X-Request-Id: ");
        JsonObject problem = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(problem.getInteger("status")).isEqualTo(status);
    }
}
