package io.likewire.gateway.resources.products;

import static io.likewire.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.TestGateway;
import io.likewire.gateway.edge.ClientTimeouts;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportRestTest {
    private static final String EXPORT = "/api/products/export";

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    @BeforeEach
    void forget() {
        gateway.products.forget();
    }

    @Test
    void everyProductIsALineAndPagesAreAskedForOneAfterTheOther() {
        add(1_234);
        HttpResponse<String> response = gateway.get(EXPORT);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(response.body()).endsWith("}\n");
        assertThat(ids(response))
                .isEqualTo(LongStream.rangeClosed(1, 1_234).boxed().toList());
        assertThat(gateway.products.exported).containsExactly(0L, 500L, 1_000L);
    }

    @Test
    void aLineIsTheProduct() {
        add(1);
        assertThat(gateway.get(EXPORT).body())
                .isEqualTo(gateway.get("/api/products/1").body() + "\n");
    }

    @Test
    void nothingIsAnEmptyBody() {
        assertThat(gateway.get(EXPORT).body()).isEmpty();
    }

    @Test
    void aCutExportGoesOnBehindTheLastLine() {
        add(10);
        assertThat(ids(gateway.get(EXPORT + "?afterId=7"))).containsExactly(8L, 9L, 10L);
        assertThat(ids(gateway.get(EXPORT + "?afterId=0"))).hasSize(10);
        assertThat(gateway.get(EXPORT + "?afterId=10").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "abc", "1.5", "9223372036854775808", "1&afterId=2"})
    void aWrongIdIs400(String id) {
        assertThat(problem(gateway.get(EXPORT + "?afterId=" + id), 400)
                        .getJsonObject("errors")
                        .fieldNames())
                .containsExactly("afterId");
    }

    @Test
    void whoOnlyReadsIsNotIdle() {
        ClientTimeouts impatient = new ClientTimeouts(
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Duration.ofSeconds(20),
                Duration.ofMillis(300),
                Duration.ofMillis(10));
        try (TestGateway other = TestGateway.with(Map.of(), impatient)) {
            IntStream.range(0, 1_001).forEach(n -> other.products.add("tea"));
            other.products.exportGate = () -> other.vertx.timer(250, TimeUnit.MILLISECONDS);
            assertThat(ids(other.get(EXPORT))).hasSize(1_001);
        }
    }

    @Test
    void headStreamsNothing() {
        add(1_000);
        HttpResponse<String> head = gateway.send("HEAD", EXPORT, null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(gateway.products.exported).isEmpty();
    }

    @Test
    void aFailureBeforeTheFirstLineIsAProblem() {
        gateway.products.failure = new Refusal(ProblemType.UNAVAILABLE, "The database is away");
        problem(gateway.get(EXPORT), 503);
    }

    @Test
    void aFailureMidwayCutsTheConnectionBeforeTheEnd() throws IOException {
        add(2_000);
        gateway.products.failsAfter = 1_000;
        try (Socket socket = ask(gateway)) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .contains("\"id\":1000,")
                    .doesNotContain("\"id\":1001,");
            assertThat(answer).doesNotEndWith("0\r\n\r\n");
        }
        gateway.products.failsAfter = Long.MAX_VALUE;
        assertThat(ids(gateway.get(EXPORT))).hasSize(2_000);
    }

    @Test
    void aClientThatDoesNotReadHoldsThePagesBack() throws IOException {
        try (TestGateway other = new TestGateway()) {
            IntStream.range(0, 100_000).forEach(n -> other.products.add("P"));
            try (Socket socket = ask(other)) {
                await().until(() -> !other.products.exported.isEmpty());
                assertThat(ids(other.get(EXPORT + "?afterId=99000"))).hasSize(1_000);
                assertThat(other.products.exported).contains(500L).doesNotContain(98_000L);
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
        }
    }

    private void add(int number) {
        for (int i = 0; i < number; i++) {
            gateway.products.add("P");
        }
    }

    private static Socket ask(TestGateway gateway) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(64 * 1024);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress("127.0.0.1", gateway.port));
        String head = "GET " + EXPORT + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static List<Long> ids(HttpResponse<String> response) {
        return response.body()
                .lines()
                .map(line -> new JsonObject(line).getLong("id"))
                .toList();
    }
}
