package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers may do stands on every answer: of handshakes, streams, files and requests that nobody can read too. */
class SecurityHeadersTest {
    private static final String UPGRADE = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";

    @AutoClose
    private static final TestGateway gateway = new TestGateway().holding("Tea");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "101 | GET /eventbus/websocket                   | UPGRADE",
                "101 | GET /eventbus/000/abcdefgh/websocket      | UPGRADE",
                "403 | GET /eventbus/websocket                   | UPGRADE, Origin: null",
                "403 | POST /api/products/1/like                 | Origin: null",
                "200 | GET /api/likes/stream?products=1          | X: x",
                "200 | GET /api/products/export                  | X: x",
                "200 | GET /lib/lit-html/3.3.2/lit-html.js       | X: x",
                "200 | GET /styles.css                           | Accept-Encoding: gzip",
                "200 | GET /docs                                 | X: x",
                "200 | GET /problems/not-found                   | Accept: text/html",
                "400 | GET /api/products                         | Bad Header: x",
                "400 | GET /api/products                         | Content-Length: 1, Content-Length: 2",
                "404 | GET relative                              | X: x",
                "415 | POST /api/likes/query                     | Expect: a miracle",
                "200 | GET /api/products | X: x",
                "200 | GET / | X: x",
                "200 | GET /openapi.yaml | X: x",
                "200 | GET /eventbus/info | X: x",
                "200 | HEAD /api/likes/stream?products=1 | X: x",
                "204 | OPTIONS /api/products | X: x",
                "400 | GET /api/products?limit=0 | X: x",
                "400 | GET /%zz | X: x",
                "400 | GET /eventbus/websocket | X: x",
                "404 | GET /api/nothing | X: x",
                "404 | GET /nothing.html | X: x",
                "404 | GET /lib/nothing.js | X: x",
                "404 | GET /eventbus/000/a/xhr | X: x",
                "404 | GET //api/products | X: x",
                "404 | GET /./api/products | X: x",
                "404 | GET /%61pi/products | X: x",
                "404 | GET /api/products/%2e | X: x",
                "404 | POST //api/users | X: x",
                "404 | GET /openapi.yaml/ | X: x",
                "405 | TRACE /api/products | X: x",
                "405 | POST /eventbus/websocket | X: x",
                "414 | GET /?LONG | X: x",
                "431 | GET / | X: LONG",
            })
    void everyAnswerHasThem(int status, String start, String headers) throws IOException {
        String lines = headers.replace("UPGRADE", UPGRADE).replace(", ", "\r\n").replace("LONG", "x".repeat(9_000));
        RawAnswerHead answer = RawAnswerHead.of(gateway.port, start.replace("LONG", "x".repeat(5_000)), lines);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text())
                .containsOnlyOnce("Content-Security-Policy: default-src 'none'; ")
                .contains("frame-ancestors 'none'")
                .containsOnlyOnce("X-Content-Type-Options: nosniff\r\n")
                .containsOnlyOnce("Referrer-Policy: no-referrer\r\n")
                .containsOnlyOnce("Permissions-Policy: camera=(), ")
                .containsOnlyOnce("Cross-Origin-Opener-Policy: same-origin\r\n")
                .containsOnlyOnce("Cross-Origin-Resource-Policy: same-origin\r\n")
                .doesNotContain("unsafe-")
                .doesNotContainIgnoringCase("\nserver:", "x-powered-by");
    }

    @Test
    void otherSitesMayShowPicturesOfProducts() {
        assertThat(gateway.get("/images/tea.svg").headers().firstValue("Cross-Origin-Resource-Policy"))
                .contains("cross-origin");
    }
}
