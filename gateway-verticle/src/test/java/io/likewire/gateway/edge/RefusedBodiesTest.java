package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.gateway.TestGateway;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E3: whoever sends bodies that nobody wants takes no memory for good. */
class RefusedBodiesTest {
    private static final int CLIENTS = 60;
    private static final int FEW_MB = 6 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/products/batch HTTP/1.1\r\nContent-Length: 1000000\r\nContent-Type: application/json",
                "PUT /api/products/1/like HTTP/1.1\r\nContent-Length: 1000000",
                "GET /api/likes/stream?products=1 HTTP/1.1\r\nContent-Length: 1000000",
                "POST /no/such/page HTTP/1.1\r\nContent-Length: 1000000"
            })
    void theirMemoryIsGivenBack(String head) {
        try (TestGateway gateway = TestGateway.strict()) {
            send(gateway.port, head);
            long before = PlatformDependent.usedDirectMemory();
            send(gateway.port, head);
            await().until(() -> PlatformDependent.usedDirectMemory() < before + FEW_MB);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoListensOnlyOnceAllIsSaidHearsTheRefusal(HttpClient.Version version) throws Exception {
        try (TestGateway gateway = TestGateway.with(TestCertificate.settings())) {
            URI address = URI.create("https://localhost:" + gateway.port + "/api/likes/query");
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(10))
                    .POST(BodyPublishers.ofByteArray(new byte[4_000_000]))
                    .build();
            assertThat(TestCertificate.client(version)
                            .send(request, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    private static void send(int port, String head) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        CompletableFuture.allOf(IntStream.range(0, CLIENTS)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> send(port, head, new byte[1_000_000]), clients))
                        .toArray(CompletableFuture[]::new))
                .join();
        clients.shutdown();
    }

    private static void send(int port, String head, byte[] body) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((head + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.setSoTimeout(3_000);
            socket.getInputStream().readAllBytes();
        } catch (IOException cut) {
            // it is
        }
    }
}
