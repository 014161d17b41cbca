package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.gateway.EdgeConfig;
import io.likewire.gateway.TestGateway;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    @TempDir
    private static Path folder;

    @AutoClose
    private static final TestGateway gateway = TestGateway.with(TestCertificate.settings());

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void answersComeOverTlsAndBrowsersAreToldToStayThere(HttpClient.Version version) throws Exception {
        HttpResponse<String> response = send(version, "GET", "/api/user");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.version()).isEqualTo(version);
        assertThat(response.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        HttpResponse<String> tooLong = send(version, "GET", "/" + "x".repeat(5_000));
        assertThat(tooLong.statusCode()).isEqualTo(414);
        assertThat(tooLong.headers().map()).containsKey("strict-transport-security");
        assertThat(send(version, "GET", "/nothing").headers().map()).containsKey("strict-transport-security");
        assertThat(send(version, "POST", "/api/visitors").headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure", "HTTPOnly"));
    }

    /** Of one connection, in any order: what is compressed here, what comes compressed from the jar, and what is neither. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyAnswerOfAConnectionDecodesWhateverCameBefore(long seed) throws Exception {
        IntStream.range(0, 100).forEach(n -> gateway.products.add("tea " + n));
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/styles.css",
                "/images/tea.svg",
                "/openapi.yaml",
                "/problems",
                "/nothing",
                "/api/user",
                "/api/products",
                "/api/products/export",
                "/api/products/987654321"));
        paths.addAll(paths);
        Collections.shuffle(paths, new Random(seed));
        HttpClient browser = TestCertificate.client(HttpClient.Version.HTTP_2);
        for (String path : paths) {
            HttpResponse<byte[]> packed = browser.send(
                    HttpRequest.newBuilder(address(path))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofByteArray());
            HttpResponse<byte[]> plain = browser.send(request("GET", path), BodyHandlers.ofByteArray());
            boolean gzip = packed.headers().firstValue("Content-Encoding").isPresent();

            byte[] body =
                    gzip ? new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes() : packed.body();

            assertThat(packed.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(withoutId(body)).as(path + " among " + paths).isEqualTo(withoutId(plain.body()));
        }
    }

    /** Problems name their request. */
    private static String withoutId(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).replaceFirst("\"requestId\":\"[^\"]*\"", "");
    }

    /** HTTP/2 has no Host header. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void ourOwnPagesMayWriteAndOthersMayNot(HttpClient.Version version) throws Exception {
        gateway.likes.set(1, 0);
        assertThat(write(version, "https://localhost:" + gateway.port)).isEqualTo(200);
        assertThat(write(version, "https://localhost")).isEqualTo(403);
        assertThat(write(version, "https://evil.example")).isEqualTo(403);
    }

    private static int write(HttpClient.Version version, String origin) throws Exception {
        HttpRequest like = HttpRequest.newBuilder(address("/api/products/1/like"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .build();
        return TestCertificate.client(version)
                .send(like, BodyHandlers.ofString())
                .statusCode();
    }

    /** E1 in its smallest form: one connection, as a browser uses it. */
    @Test
    void aPageAListAndALikeComeOverHttp2() throws Exception {
        long tea = gateway.products.add("Tea over HTTP/2").id();
        gateway.likes.set(tea, 0);
        HttpClient browser = TestCertificate.client(HttpClient.Version.HTTP_2);
        HttpRequest like = HttpRequest.newBuilder(address("/api/products/" + tea + "/like"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://localhost:" + gateway.port)
                .build();

        HttpResponse<String> page = browser.send(request("GET", "/"), BodyHandlers.ofString());
        HttpResponse<String> list = browser.send(request("GET", "/api/products?limit=500"), BodyHandlers.ofString());
        HttpResponse<String> liked = browser.send(like, BodyHandlers.ofString());

        assertThat(List.of(page, list, liked)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        });
        assertThat(page.body()).contains("<shop-app");
        assertThat(list.body()).contains("Tea over HTTP/2");
        assertThat(liked.body()).contains("\"likes\":1");
    }

    /** HTTP/2 ends a body by a flag: nobody has to know its length before. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aBodyWithoutALengthIsRead(HttpClient.Version version) throws Exception {
        assertThat(post(version, "{\"productIds\":[1]}")).isEqualTo(200);
        assertThat(post(version, "{\"productIds\":[1]")).isEqualTo(400);
        assertThat(post(version, " ".repeat(70_000) + "{\"productIds\":[1]}")).isEqualTo(413);
    }

    private static int post(HttpClient.Version version, String json) throws Exception {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address("/api/likes/query"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        return TestCertificate.client(version)
                .send(request, BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void aStreamOfEventsWorksOverHttp2() throws Exception {
        gateway.likes.set(1, 42);
        CompletableFuture<String> first = new CompletableFuture<>();
        TestCertificate.client(HttpClient.Version.HTTP_2)
                .sendAsync(
                        request("GET", "/api/likes/stream?products=1"),
                        BodyHandlers.fromLineSubscriber(new FirstLine("data: ", first)));
        assertThat(first.orTimeout(20, TimeUnit.SECONDS).join()).contains("\"likes\":42");
    }

    @Test
    void plainHttpSaysNothingOfTls() {
        try (TestGateway plain = new TestGateway()) {
            assertThat(plain.get("/api/user").headers().firstValue("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    @Test
    void wrongFilesAreOneClearLine() throws IOException {
        String cert = TestCertificate.settings().get("TLS_CERT_FILE");
        refused(Map.of("TLS_CERT_FILE", cert), "TLS_KEY_FILE is not set: TLS needs both");
        refused(Map.of("TLS_KEY_FILE", cert), "TLS_CERT_FILE is not set: TLS needs both");
        refused(Map.of("TLS_CERT_FILE", cert, "TLS_KEY_FILE", "/none"), "TLS_KEY_FILE: can't read '/none'");
        String nonsense =
                Files.writeString(folder.resolve("nonsense"), "nonsense").toString();
        assertThatThrownBy(() -> TestGateway.with(Map.of("TLS_CERT_FILE", cert, "TLS_KEY_FILE", nonsense))
                        .close())
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("TLS_CERT_FILE, TLS_KEY_FILE: expected a certificate chain and its key");
    }

    private static void refused(Map<String, String> values, String reason) {
        assertThatThrownBy(() -> EdgeConfig.from(Environment.of(values)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(reason);
    }

    private static HttpResponse<String> send(HttpClient.Version version, String method, String path) throws Exception {
        return TestCertificate.client(version).send(request(method, path), BodyHandlers.ofString());
    }

    private static HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(address(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static URI address(String path) {
        return URI.create("https://localhost:" + gateway.port + path);
    }
}
