package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GoodbyeTest {
    private static final String GET = "GET /api/user HTTP/1.1\r\nHost: x\r\n\r\n";

    @AutoClose
    private final TestGateway gateway = TestGateway.with(Map.of(), ClientTimeouts.DEFAULT);

    private final HttpClient client = gateway.vertx.createHttpClient();

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
            left.await();
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
            left.await();
        }
    }

    @Test
    void aRequestThatRunsIsAnswered() {
        var answer = gateway.likes.holdBack();
        Future<Integer> status = query(client, gateway.port);
        answer.asked().await();
        var left = gateway.leaving();
        gateway.vertx.setTimer(700, later -> answer.release());
        assertThat(status.await()).isEqualTo(200);
        left.await();
    }

    @Test
    void requestsThatRunOverHttp2AreAnswered() throws Exception {
        try (TestGateway leaving = overTls()) {
            HttpClient browser = browser(connection -> {});
            var held = leaving.likes.holdBack();
            List<Future<Integer>> answers = Stream.generate(() -> query(browser, leaving.port))
                    .limit(20)
                    .toList();
            held.asked().await();
            var left = leaving.leaving();
            leaving.vertx.setTimer(700, later -> held.release());

            assertThat(answers).extracting(answer -> answer.await()).containsOnly(200);
            left.await();
        }
    }

    private static Future<Integer> query(HttpClient browser, int port) {
        return browser.request(HttpMethod.POST, port, "localhost", "/api/likes/query")
                .compose(request -> request.putHeader("Content-Type", "application/json")
                        .send("{\"productIds\":[1]}")
                        .compose(response -> response.body().map(body -> response.statusCode())));
    }

    /** Many requests share one connection; whoever is told that the gateway leaves goes to another one, as a balancer does. */
    @Test
    void aBusyHttp2ConnectionLosesNothing() throws Exception {
        try (TestGateway leaving = overTls()) {
            AtomicInteger answered = new AtomicInteger();
            AtomicBoolean told = new AtomicBoolean();
            HttpClient browser = browser(connection -> connection.goAwayHandler(goAway -> told.set(true)));
            List<Future<Void>> visitors = Stream.generate(() -> ask(browser, leaving.port, answered, told))
                    .limit(100)
                    .toList();
            Awaitility.await().until(() -> answered.get() > 2_000);

            leaving.leaving().await();

            Future.all(visitors).await();
        }
    }

    private static TestGateway overTls() throws Exception {
        return TestGateway.with(TestCertificate.settings(), ClientTimeouts.DEFAULT);
    }

    private HttpClient browser(Handler<HttpConnection> connected) {
        return gateway.vertx
                .httpClientBuilder()
                .with(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setUseAlpn(true)
                        .setSsl(true)
                        .setTrustAll(true))
                .with(new PoolOptions().setHttp2MaxSize(1))
                .withConnectHandler(connected)
                .build();
    }

    private static Future<Void> ask(HttpClient browser, int port, AtomicInteger answered, AtomicBoolean told) {
        return browser.request(HttpMethod.GET, port, "localhost", "/api/user")
                .compose(request -> request.send().compose(HttpClientResponse::body))
                .compose(body -> {
                    answered.incrementAndGet();
                    return told.get() ? Future.succeededFuture() : ask(browser, port, answered, told);
                });
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
