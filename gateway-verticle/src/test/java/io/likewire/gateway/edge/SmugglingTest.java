package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.gateway.TestGateway;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a proxy before us may see other ends of than we do, and ones that try to write headers. */
class SmugglingTest {
    private static final String START =
            "POST /api/likes/query HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final String INNER = "GET /api/user HTTP/1.1\r\nHost: x\r\nX-Request-Id: smuggled\r\n\r\n";
    private static final String EMPTY_CHUNK = "0\r\n\r\n";
    private static final String LENGTH = "Content-Length: " + (EMPTY_CHUNK + INNER).length() + "\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    @AutoClose
    private static final TestGateway gateway = new TestGateway();

    static Stream<Arguments> ambiguous() {
        return Stream.of(
                Arguments.of("length and chunks", LENGTH + CHUNKED + "\r\n"),
                Arguments.of("chunks and length", CHUNKED + LENGTH + "\r\n"),
                Arguments.of("two lengths", "Content-Length: 5\r\n" + LENGTH + "\r\n"),
                Arguments.of("a list of lengths", LENGTH.replace("\r", ", 5\r") + "\r\n"),
                Arguments.of("a signed length", LENGTH.replace(": ", ": +") + "\r\n"),
                Arguments.of("a length in hex", "Content-Length: 0x5\r\n\r\n"),
                Arguments.of("a blank before the colon", LENGTH + "Transfer-Encoding : chunked\r\n\r\n"),
                Arguments.of("a tab before the colon", LENGTH + "Transfer-Encoding\t: chunked\r\n\r\n"),
                Arguments.of("another coding", LENGTH + "Transfer-Encoding: xchunked\r\n\r\n"),
                Arguments.of("chunks not last", LENGTH + "Transfer-Encoding: chunked, identity\r\n\r\n"),
                Arguments.of("chunks twice", LENGTH + CHUNKED + CHUNKED + "\r\n"),
                Arguments.of("a control character", LENGTH + "Transfer-Encoding: \u000bchunked\r\n\r\n"),
                Arguments.of("a folded header", LENGTH + "X: y\r\n Transfer-Encoding: chunked\r\n\r\n"),
                Arguments.of("a folded coding", LENGTH + "Transfer-Encoding:\r\n chunked\r\n\r\n"),
                Arguments.of("a bare line feed", LENGTH + "X: y\nTransfer-Encoding: chunked\r\n\r\n"),
                Arguments.of("a bare carriage return", LENGTH + "X: y\rTransfer-Encoding: chunked\r\n\r\n"),
                Arguments.of("a zero byte", LENGTH + "X: \u0000\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    void whatCanBeReadInTwoWaysIsOneRequestAtMost(String what, String headers) {
        String answers = send(START + headers + EMPTY_CHUNK + INNER);
        assertThat(answers).doesNotContain("smuggled", "HTTP/1.1 5");
        assertThat(answers.split("HTTP/1\\.[01] ", -1)).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0x5",
                "5 5",
                "+5",
                "",
                "g",
                "FFFFFFFFFFFFFFFFF",
                "7fffffffffffffff",
                "5\n",
                ";",
                "5;\"\r\n"
            })
    void chunksOfNoSizeEndTheConnection(String size) {
        String answers = send(START + CHUNKED + "\r\n" + size + "\r\nhello\r\n" + EMPTY_CHUNK + INNER);
        assertThat(answers).doesNotContain("smuggled", "HTTP/1.1 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/products/1%0d%0aX-Evil:%20y HTTP/1.1\r\nHost: x\r\n",
                "GET /%0d%0aX-Evil:%20y HTTP/1.1\r\nHost: x\r\n",
                "GET /api/products?limit=1&q=%0d%0aX-Evil:%20y HTTP/1.1\r\nHost: x\r\n",
                "GET /api/products?limit=1&sort=title&after=%0aX-Evil:%20y HTTP/1.1\r\nHost: x\r\n",
                "GET /api/user HTTP/1.1\r\nHost: x\r\nX-Request-Id: %0d%0aX-Evil:%20y\r\n",
                "GET /api/user HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\rX-Evil: y\r\n",
                "GET /api/user HTTP/1.1\r\nHost: x\r\nX-Request-Id: \u560d\u560aX-Evil: y\r\n",
                "GET /api/user HTTP/1.1\r\nHost: x\rX-Evil: y\r\n",
                "GET /problems/%0d%0aX-Evil:%20y HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n",
                "OPTIONS /%0d%0aX-Evil:%20y HTTP/1.1\r\nHost: x\r\n",
                "POST /api/products HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: \"a\rX-Evil: y\"\r\n",
                "POST /api/products HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: \"a%0d%0aX-Evil: y\"\r\n",
            })
    void noHeaderIsWrittenByWhoeverAsks(String head) {
        gateway.products.add("\r\nX-Evil: y");
        gateway.products.add("\r\nX-Evil: y");
        String answer = send(head + "Connection: close\r\n\r\n");
        String headers = answer.split("\r\n\r\n", 2)[0];
        assertThat(headers.replace('\r', '\n')).doesNotContain("\nX-Evil").doesNotStartWith("HTTP/1.1 5");
    }

    /** Whatever comes until the other side hangs up, or has nothing more to say for a moment. */
    private static String send(String request) {
        StringBuilder answers = new StringBuilder();
        try (Socket socket = new Socket("127.0.0.1", gateway.port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            for (int b = socket.getInputStream().read();
                    b >= 0;
                    b = socket.getInputStream().read()) {
                answers.append((char) b);
            }
        } catch (IOException silentOrReset) {
            return answers.toString();
        }
        return answers.toString();
    }
}
