package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.TestGateway;
import io.likewire.platform.management.Audit;
import io.likewire.servers.testing.LoggedLines;
import io.vertx.core.Promise;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that hangs up leaves no success on the audit log that it did not have. */
class AbandonedRequestsTest {
    @AutoClose
    private static final TestGateway gateway = TestGateway.with(TestCertificate.settings());

    @AutoClose
    private final LoggedLines lines = new LoggedLines(Audit.LOGGER);

    private Promise<Void> answer;

    @BeforeEach
    void listen() {
        answer = Promise.promise();
        gateway.auth.turn = answer.future();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_1_1, tulips-in-march-4711, done, 200",
        "HTTP_2, tulips-in-march-4711, done, 200",
        "HTTP_1_1, wrong-in-march-4711, refused, 401",
        "HTTP_2, wrong-in-march-4711, refused, 401"
    })
    void theAnswerThatNobodyTookIsOnTheAuditLogOnceItIsKnown(
            HttpClient.Version version, String password, String outcome, String status) throws Exception {
        login(version, password);

        assertThat(lines.all()).isEmpty();
        answer.complete();

        Map<String, String> line = line();
        assertThat(line)
                .containsEntry("outcome", outcome)
                .containsEntry("status", status)
                .containsEntry("subject", "ann")
                .containsEntry("taken", "false")
                .containsEntry("client", "127.0.0.1");
    }

    /** The answer of a service that has done it may be lost. */
    @ParameterizedTest
    @CsvSource({"TIMEOUT, unknown", "INTERNAL, unknown", "OVERLOADED, refused"})
    void whatFailedMayHaveBeenDone(ProblemType failure, String outcome) throws Exception {
        answer.fail(new Refusal(failure, failure.title()));
        String body = "{\"username\":\"Ann\",\"password\":\"tulips-in-march-4711\"}";
        send(HttpClient.Version.HTTP_1_1, request("/api/auth/login").POST(BodyPublishers.ofString(body)))
                .get(10, TimeUnit.SECONDS);
        assertThat(line()).containsEntry("outcome", outcome);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aRequestThatNeverArrivedWholeHasNoOutcome(HttpClient.Version version) throws Exception {
        try (SubmissionPublisher<ByteBuffer> body = new SubmissionPublisher<>()) {
            HttpClient client = TestCertificate.client(version);
            HttpRequest request = request("/api/products/batch")
                    .header("Content-Type", "application/json")
                    .expectContinue(version == HttpClient.Version.HTTP_1_1)
                    .POST(BodyPublishers.fromPublisher(body, 1_000))
                    .build();
            CompletableFuture<HttpResponse<String>> batch = client.sendAsync(request, BodyHandlers.ofString());
            // over HTTP/1.1 only now the gateway has said to go on; over HTTP/2 the next answer comes behind the head
            await().until(body::hasSubscribers);
            client.send(request("/api/user").build(), BodyHandlers.ofString());
            batch.cancel(true);

            assertThat(line())
                    .containsEntry("event", "createProducts")
                    .containsEntry("outcome", "unknown")
                    .containsEntry("taken", "false")
                    .doesNotContainKey("status");
        }
    }

    /** Returns when the gateway has noticed that its client is gone. */
    private void login(HttpClient.Version version, String password) throws Exception {
        int before = gateway.auth.logins.get();
        String body = "{\"username\":\"Ann\",\"password\":\"" + password + "\"}";
        CompletableFuture<HttpResponse<String>> login =
                send(version, request("/api/auth/login").POST(BodyPublishers.ofString(body)));
        await().until(() -> gateway.auth.logins.get() > before);
        login.cancel(true);
        HttpClient other = TestCertificate.client(HttpClient.Version.HTTP_1_1);
        for (int i = 0; i < 3; i++) {
            other.send(request("/api/user").build(), BodyHandlers.ofString());
        }
    }

    private CompletableFuture<HttpResponse<String>> send(HttpClient.Version version, HttpRequest.Builder request)
            throws Exception {
        return TestCertificate.client(version)
                .sendAsync(request.header("Content-Type", "application/json").build(), BodyHandlers.ofString());
    }

    private Map<String, String> line() {
        await().until(() -> !lines.all().isEmpty());
        assertThat(lines.all()).hasSize(1);
        return lines.values(0);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.port + path));
    }
}
