package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.push.LikePush;
import io.likewire.gateway.TestGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowClientsTest {
    private static final String GET = "GET /api/user HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final Duration HEAD = Duration.ofMillis(400);
    private static final Duration SILENCE = Duration.ofMillis(600);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration GOODBYE = Duration.ofMillis(10);

    /** Waits for heads and bodies. */
    @AutoClose
    private static final TestGateway gateway =
            TestGateway.with(Map.of(), new ClientTimeouts(HEAD, Duration.ofMillis(600), LONG, LONG, GOODBYE));

    /** Waits for any byte. */
    @AutoClose
    private static final TestGateway impatient =
            TestGateway.with(Map.of(), new ClientTimeouts(LONG, LONG, LONG, SILENCE, GOODBYE));

    @AutoClose
    private Socket socket;

    @BeforeEach
    void connect() throws IOException {
        connect(gateway);
    }

    private void connect(TestGateway to) throws IOException {
        socket = new Socket("127.0.0.1", to.port);
        socket.setSoTimeout(20_000);
    }

    @Test
    void whoSaysNothingIsCut() {
        await().until(this::isCut);
    }

    @Test
    void aHeadThatComesByteByByteIsCut() throws IOException {
        say("GET / HTTP/1.1\r\n");
        await().pollInterval(Duration.ofMillis(50)).until(() -> !canSay("X") || isCut());
    }

    @Test
    void soIsALaterOneOnTheSameConnection() throws IOException {
        say(GET);
        assertThat(head()).startsWith("HTTP/1.1 200");
        say("GET / HTTP/1.1\r\n");
        await().pollInterval(Duration.ofMillis(50)).until(() -> !canSay("X") || isCut());
    }

    /** After an operation with a bound of its own, and after an upgrade that was none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/products HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/user HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
            })
    void soIsALaterOneWhateverWasAskedBefore(String request) throws IOException {
        say(request);
        assertThat(head()).startsWith("HTTP/1.1 200");
        say("GET / HTTP/1.1\r\n");
        await().pollInterval(Duration.ofMillis(50)).until(() -> !canSay("X") || isCut());
    }

    @Test
    void aConnectionThatRestsBetweenRequestsIsNotCut() throws IOException {
        say(GET);
        assertThat(head()).startsWith("HTTP/1.1 200");
        for (int i = 0; i < 2; i++) {
            await().pollDelay(HEAD.multipliedBy(2)).until(() -> true);
            say(GET);
            assertThat(head()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyThatComesByteByByteIs408AndCut() throws IOException {
        say(
                "POST /api/likes/query HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        String answer = head();
        assertThat(answer).startsWith("HTTP/1.1 408").contains("connection: close", "application/problem+json");
        await().pollInterval(Duration.ofMillis(50)).until(() -> !canSay(" ") || isCut());
    }

    @Test
    void aConnectionWithoutABytePastTheLimitIsClosed() throws IOException {
        socket.close();
        connect(impatient);
        say(GET);
        assertThat(head()).startsWith("HTTP/1.1 200");
        await().until(this::isCut);
    }

    @Test
    void whoListensToAStreamMayBeSilentForAsLongAsTheyLike() throws IOException {
        socket.close();
        connect(impatient);
        impatient.likes.set(1, 0);
        say("GET /api/likes/stream?products=1 HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(head()).startsWith("HTTP/1.1 200");
        await().pollDelay(SILENCE.multipliedBy(2)).until(() -> true);
        StringBuilder seen = new StringBuilder();
        LikePush.publish(impatient.vertx, List.of(impatient.likes.set(1, 77)));
        await().until(() -> {
            InputStream in = socket.getInputStream();
            seen.append(new String(in.readNBytes(in.available()), StandardCharsets.US_ASCII));
            return seen.indexOf("\"likes\":77") > 0;
        });
    }

    @Test
    void aGigabyteThatIsAnnouncedIs413BeforeItComes() throws IOException {
        say("POST /api/products HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1073741824\r\n\r\n");
        assertThat(head()).startsWith("HTTP/1.1 413").contains("connection: close");
        assertThat(megabytesTaken()).isLessThan(50);
    }

    @Test
    void chunksWithoutEndAre413AndNotReadToTheEnd() throws IOException {
        say("POST /api/products HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n");
        assertThat(megabytesTaken()).isLessThan(50);
    }

    @Test
    void aLargeBodyOfSomebodyWhoMayNotSendItIsNotReadToTheEnd() throws IOException {
        say("POST /api/products/batch HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n");
        assertThat(head()).startsWith("HTTP/1.1 401").contains("connection: close");
        assertThat(megabytesTaken()).isLessThan(50);
    }

    @Test
    void jsonOfAbsurdDepthOrWithAbsurdNumbersIsRefused() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(gateway.sendJson("POST", "/api/likes/query", deep).statusCode())
                .isEqualTo(400);
        String number = "{\"productIds\":[" + "9".repeat(60_000) + "]}";
        assertThat(gateway.sendJson("POST", "/api/likes/query", number).statusCode())
                .isEqualTo(400);
        assertThat(gateway.sendJson("POST", "/api/likes/query", number.replace("9999", "99999999"))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aCompressedBodyIs415() {
        assertThat(gateway.sendJson("POST", "/api/likes/query", "xx", "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
    }

    /** How much of an endless body is taken before the other side hangs up. */
    private int megabytesTaken() {
        byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int megabytes = 0; megabytes < 1_024; megabytes++) {
            try {
                socket.getOutputStream().write(chunk);
            } catch (IOException cut) {
                return megabytes;
            }
        }
        return 1_024;
    }

    private void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean canSay(String text) {
        try {
            say(text);
            return true;
        } catch (IOException cut) {
            return false;
        }
    }

    private boolean isCut() throws IOException {
        socket.setSoTimeout(20);
        try {
            return socket.getInputStream().read(new byte[64 * 1024]) < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return head + "[end]";
            }
            head.append((char) next);
        }
        Matcher length = Pattern.compile("content-length: (\\d+)").matcher(head);
        if (length.find()) {
            socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
        }
        return head.toString();
    }
}
