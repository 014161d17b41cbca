package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AutoClose
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new TestGateway();
        IntStream.range(0, 100).forEach(n -> gateway.products.add("tea " + n));
        gateway.likes.set(1, 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/products",
                "/openapi.yaml",
                "/problems",
                "/api/products/export",
                "/",
                "/styles.css",
                "/lib/lit-html/3.3.2/lit-html.js"
            })
    void whatIsLargeComesCompressedToThoseWhoTakeIt(String path) throws Exception {
        HttpResponse<byte[]> plain = get(path);
        HttpResponse<byte[]> packed = get(path, "Accept-Encoding", "gzip, deflate, br");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().allValues("Vary")).containsOnlyOnce("accept-encoding");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        assertThat(unpack(packed.body())).isEqualTo(plain.body());
    }

    /** So that no memory is held for it while its client lets it wait. */
    @Test
    void itIsPackedAsAWholeBeforeItIsSent() throws Exception {
        HttpResponse<byte[]> packed = get("/api/products", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValueAsLong("Content-Length")).hasValue(packed.body().length);
    }

    @Test
    void whatIsSmallOrRefusedStaysAsItIs() throws Exception {
        for (String taken : new String[] {
            "gzip", "deflate", "gzip;q=0", "gzip;Q=0.00", "gzip; q=0;x=1", "*, gzip;q=0", "pack200-gzip", "identity"
        }) {
            String path = taken.equals("gzip") ? "/api/products/1" : "/api/products";
            assertThat(get(path, "Accept-Encoding", taken).headers().firstValue("Content-Encoding"))
                    .as(taken)
                    .isEmpty();
        }
    }

    @Test
    void otherBytesHaveAnotherTagAndBothAreKnown() throws Exception {
        String plain = tag(get("/api/products"));
        String packed = tag(get("/api/products", "Accept-Encoding", "gzip"));

        assertThat(packed).isNotEqualTo(plain).doesNotStartWith("W/");
        for (String known : new String[] {plain, packed}) {
            HttpResponse<byte[]> again = get("/api/products", "Accept-Encoding", "gzip", "If-None-Match", known);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void theTagOfACompressedAnswerWillDoForAnEdit() throws Exception {
        String packed = tag(get("/api/products/2", "Accept-Encoding", "gzip"));
        String draft = "{\"title\":\"Tea\",\"image\":\"/tea.png\"}";
        assertThat(gateway.sendJson("PUT", "/api/products/2", draft, "If-Match", packed)
                        .statusCode())
                .isEqualTo(202);
        assertThat(gateway.sendJson("PUT", "/api/products/2", draft, "If-Match", packed)
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void liveCountsAreNotHeldBackToBeCompressed() throws Exception {
        HttpResponse<InputStream> stream = CLIENT.send(
                request("/api/likes/stream?products=1", "Accept-Encoding", "gzip"),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream events = stream.body()) {
            assertThat(stream.headers().firstValue("Content-Encoding")).isNotEqualTo("gzip");
            StringBuilder text = new StringBuilder();
            while (text.indexOf("\"likes\":5") < 0) {
                text.append((char) events.read());
            }
            assertThat(text).startsWith("retry:");
        }
    }

    private static String tag(HttpResponse<byte[]> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpResponse<byte[]> response = CLIENT.send(request(path, headers), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isIn(200, 304);
        return response;
    }

    private static HttpRequest request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private static byte[] unpack(byte[] packed) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] all = in.readAllBytes();
            assertThat(new String(all, StandardCharsets.UTF_8)).isNotBlank();
            return all;
        }
    }
}
