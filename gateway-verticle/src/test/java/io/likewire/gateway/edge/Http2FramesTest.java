package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.gateway.TestGateway;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client can do with frames that no HTTP/1 request can. */
class Http2FramesTest {
    private static final int USUAL_TABLE = 4_096;

    @AutoClose
    private static final TestGateway gateway = TestGateway.with(TestCertificate.settings());

    private final DefaultHttp2HeadersDecoder headers = new DefaultHttp2HeadersDecoder();

    @AutoClose
    private RawHttp2 client;

    @BeforeAll
    static void start() throws Exception {
        gateway.products.add("Tea");
    }

    @BeforeEach
    void connect() throws Exception {
        headers.configuration().maxHeaderTableSize(Integer.MAX_VALUE);
        client = new RawHttp2(gateway.port, 1 << 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/products",
                "/api/products/1",
                "/api/products/404",
                "/api/products?limit=x",
                "/api/products/export",
                "/api/likes/stream?products=1",
                "/openapi.yaml",
                "/docs",
                "/problems",
                "/eventbus/info",
                "/no/such/page"
            })
    void anAnswerToHeadHasNoBody(String path) throws Exception {
        client.asks("HEAD", path);
        RawHttp2.Frame head = answer();
        assertThat(status(head)).isBetween(200, 405);
        assertThat(head.ends()).isTrue();
    }

    @Test
    void theTableOfHeaderFieldsIsNoLargerThanUsual() throws Exception {
        client.sets(RawHttp2.HEADER_TABLE_SIZE, Integer.MAX_VALUE);
        client.asks("HEAD", "/api/products");
        status(answer());
        assertThat(headers.configuration().maxHeaderTableSize()).isEqualTo(USUAL_TABLE);
    }

    @Test
    void settingsWithoutEndEndTheConnection() {
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            try {
                client.sets(RawHttp2.HEADER_TABLE_SIZE, 0);
                return client.next() == null;
            } catch (IOException cut) {
                return true;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/products/\r\nX: y", "/api/user?x=\n", "/api/user?x=\u0000"})
    void lineBreaksOfHttp1AreRefused(String path) throws Exception {
        client.asks("GET", path);
        assertThat(status(answer())).isEqualTo(400);
    }

    /** A proxy in front may believe the other one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ":method=GET|:scheme=https|:path=https://evil.example/api/user|:authority=localhost",
                ":method=GET|:scheme=https\r\nX|:path=/api/user|:authority=localhost"
            })
    void aRequestWithTwoReadingsIsRefused(String fields) throws Exception {
        client.sends(fields.split("[=|]"));
        assertThat(status(answer())).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":method=GET|host=localhost|host=evil",
                ":method=GET|x\ny: a=b",
                ":method=GET|x y=b",
                ":method=GET|x:y=b",
                ":method=GE\nT|x=y",
                ":method=GET x|x=y"
            })
    void aMalformedHeadEndsItsStreamAlone(String fields) throws Exception {
        client.sends((":scheme=https|:path=/api/user|" + fields).split("[=|]"));
        assertThat(client.hears(RawHttp2.RST_STREAM)).isTrue();
        client.asks("GET", "/api/user");
        assertThat(status(answer())).isEqualTo(200);
    }

    @Test
    void connectIsRefused() throws Exception {
        client.asks("CONNECT", null);
        assertThat(status(answer())).isEqualTo(400);
    }

    /** A proxy in front shares the connection among its clients. */
    @Test
    void whoGoesOnSendingAfterARefusalEndsNothingButItsStream() throws Exception {
        client.begins("POST", "/no/such/page");
        assertThat(status(answer())).isEqualTo(404);
        sendParts();
        assertThat(client.hears(RawHttp2.RST_STREAM)).isTrue();
        sendParts();
        client.asks("HEAD", "/api/products");
        assertThat(status(answer())).isEqualTo(200);
    }

    private void sendParts() throws IOException {
        for (int i = 0; i < 100; i++) {
            client.sends(new byte[100]);
        }
    }

    private RawHttp2.Frame answer() {
        RawHttp2.Frame frame = client.next();
        while (frame.type() != RawHttp2.HEADERS) {
            frame = client.next();
        }
        return frame;
    }

    private int status(RawHttp2.Frame head) throws Exception {
        Http2Headers fields = headers.decodeHeaders(head.stream(), head.fields());
        return Integer.parseInt(fields.status().toString());
    }
}
