package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no well-behaved client would send. */
class RawRequestTest {
    @AutoClose
    private static final TestGateway gateway = new TestGateway();

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
        assertThat(send("GET /api/user HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "a:b\r\n".repeat(98) + "\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void anAddressOfAlmost4KilobytesIsRead() {
        String request = "GET /api/user?x=" + "x".repeat(4_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        assertThat(send(request)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/products/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/products/%C0%AF HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/products?limit=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/products?%zz=1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /api/products HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/products HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "POST /api/products HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /api/products HTTP/1.1\r\nHost: x\r\nBad Header: x\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/user HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /api/user HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
                "GET http://y/api/user HTTP/1.1\r\nHost: x\r\n\r\n",
            })
    void nonsenseIsAClientsErrorAndNever500(String request) {
        String answer = send(request.replaceFirst("\r\n", "\r\nConnection: close\r\n"));
        assertThat(answer).as(request).matches("(?s)HTTP/1\\.[01] 4\\d\\d .*");
        assertThat(answer)
                .as(request)
                .contains("application/problem+json", "nosniff", "X-Request-Id: ", "\"requestId\":");
    }

    @Test
    void anAddressAsProxiesGetItIsReadWhenItNamesTheHost() {
        String request = "GET http://X:80/api/user HTTP/1.1\r\nHost: x:80\r\nConnection: close\r\n\r\n";
        assertThat(send(request)).startsWith("HTTP/1.1 200");
    }

    /** Java's own client sends a length of 0. */
    @Test
    void aHandshakeMaySayThatItHasNoBody() {
        assertThat(statusLine(handshake("Content-Length: 0\r\n\r\n"))).startsWith("HTTP/1.1 101 ");
    }

    @Test
    void aHandshakeWithABodyIs400() {
        assertThat(statusLine(handshake("Content-Length: 2\r\n\r\n{}"))).startsWith("HTTP/1.1 400 ");
    }

    private static String handshake(String end) {
        return "GET /eventbus/websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" + end;
    }

    private static void problem(String request, int status) {
        String answer = send(request);
        assertThat(answer)
                .matches("(?s)HTTP/1\\.[01] " + status + " .*")
                .contains("application/problem+json", "nosniff", "X-Request-Id: ");
        JsonObject problem = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertThat(problem.getInteger("status")).isEqualTo(status);
    }

    private static String send(String request) {
        return send(request, answer -> new String(answer.readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String statusLine(String request) {
        return send(request, answer -> new BufferedReader(new InputStreamReader(answer, StandardCharsets.US_ASCII))
                .readLine());
    }

    private interface Reading {
        String of(InputStream answer) throws IOException;
    }

    private static String send(String request, Reading reading) {
        try (Socket socket = new Socket("127.0.0.1", gateway.port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return reading.of(socket.getInputStream());
        } catch (IOException e) {
            throw new AssertionError(request, e);
        }
    }
}
