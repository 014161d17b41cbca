package io.likewire.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.likewire.gateway.EdgeConfig;
import io.likewire.gateway.TestGateway;
import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private static KeyStore store;
    private static Map<String, String> settings;
    private static TestGateway gateway;

    @BeforeAll
    static void makeACertificate() throws Exception {
        Path file = folder.resolve("store.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        settings = Map.of(
                "TLS_CERT_FILE",
                        pem("CERTIFICATE", store.getCertificate("gateway").getEncoded()),
                "TLS_KEY_FILE",
                        pem("PRIVATE KEY", store.getKey("gateway", PASSWORD).getEncoded()));
        gateway = TestGateway.with(settings);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String pem(String kind, byte[] content) throws IOException {
        String text = "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(content) + "\n-----END " + kind + "-----\n";
        return Files.writeString(folder.resolve(kind + ".pem"), text).toString();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void answersComeOverTlsAndBrowsersAreToldToStayThere(HttpClient.Version version) throws Exception {
        HttpResponse<String> response = send(version, "GET", "/api/user");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.version()).isEqualTo(version);
        assertThat(response.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(send(version, "GET", "/" + "x".repeat(5_000)).headers().map())
                .containsKey("strict-transport-security");
        assertThat(send(version, "GET", "/nothing").headers().map()).containsKey("strict-transport-security");
        assertThat(send(version, "POST", "/api/visitors").headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure", "HTTPOnly"));
    }

    @Test
    void aStreamOfEventsWorksOverHttp2() throws Exception {
        gateway.likes.set(1, 42);
        CompletableFuture<String> first = new CompletableFuture<>();
        client(HttpClient.Version.HTTP_2)
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
        String cert = settings.get("TLS_CERT_FILE");
        refused(Map.of("TLS_CERT_FILE", cert), "TLS_KEY_FILE is not set: TLS needs both");
        refused(Map.of("TLS_KEY_FILE", cert), "TLS_CERT_FILE is not set: TLS needs both");
        refused(Map.of("TLS_CERT_FILE", cert, "TLS_KEY_FILE", "/none"), "TLS_KEY_FILE: can't read '/none'");
        String nonsense =
                Files.writeString(folder.resolve("nonsense"), "nonsense").toString();
        assertThatThrownBy(() -> TestGateway.with(Map.of("TLS_CERT_FILE", cert, "TLS_KEY_FILE", nonsense))
                        .close())
                .hasRootCauseInstanceOf(ConfigException.class)
                .hasStackTraceContaining("TLS_CERT_FILE, TLS_KEY_FILE: expected a certificate chain and its key");
    }

    private static void refused(Map<String, String> values, String reason) {
        assertThatThrownBy(() -> EdgeConfig.from(Environment.of(values)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(reason);
    }

    private static HttpResponse<String> send(HttpClient.Version version, String method, String path) throws Exception {
        return client(version).send(request(method, path), BodyHandlers.ofString());
    }

    private static HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static HttpClient client(HttpClient.Version version) throws Exception {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("gateway", store.getCertificate("gateway"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).version(version).build();
    }
}
