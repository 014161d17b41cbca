package io.likewire.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.gateway.TestGateway;
import io.likewire.servers.testing.RawBytes;
import io.likewire.servers.testing.RawSocket;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A socket that breaks the protocol is closed, on both transports; one that only talks nonsense is told so. */
class BrokenFramesTest {
    private static final int CONTINUATION = 0;
    private static final int CLOSE = 8;
    private static final String PADDED = "{\"type\":\"ping\",\"x\":\"%s\"}";
    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new TestGateway(
                Vertx.vertx(),
                new PushIntervals(
                        Duration.ofMillis(100),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(15),
                        Duration.ofMillis(200)));
    }

    @AfterAll
    static void stop() {
        await().until(() -> gateway.gauge("likewire.push.sockets") == 0);
        gateway.close();
    }

    static Stream<Arguments> broken() {
        byte[] ping = "{\"type\":\"ping\"}".getBytes(StandardCharsets.US_ASCII);
        byte[] half = RawBytes.frame(RawBytes.TEXT, new byte[5_000]);
        return Stream.of(
                Arguments.of("no mask", RawBytes.frame(0x81, 0, ping.length, ping)),
                Arguments.of("a reserved bit", RawBytes.frame(0xc1, ping)),
                Arguments.of("a compressed frame", RawBytes.frame(0xe2, ping)),
                Arguments.of("an unknown kind", RawBytes.frame(0x83, ping)),
                Arguments.of("an unknown control frame", RawBytes.frame(0x8b, ping)),
                Arguments.of("a continuation of nothing", RawBytes.frame(0x80 | CONTINUATION, ping)),
                Arguments.of("a beginning inside another", join(half, half)),
                Arguments.of("a ping in parts", RawBytes.frame(RawBytes.PING, ping)),
                Arguments.of("a ping of 126 bytes", RawBytes.frame(0x80 | RawBytes.PING, new byte[126])),
                Arguments.of("a close of one byte", RawBytes.frame(0x80 | CLOSE, new byte[1])),
                Arguments.of("a close without a reason to be", RawBytes.frame(0x80 | CLOSE, new byte[] {3, -19})),
                Arguments.of("8 KB and a byte", RawBytes.text("x".repeat(8 * 1024 + 1))),
                Arguments.of("a length of 1 GB", RawBytes.frame(0x81, 0x80, 1 << 30, ping)),
                Arguments.of("a length below zero", RawBytes.frame(0x81, 0x80, -1, ping)),
                Arguments.of("parts of 10 KB", join(half, RawBytes.frame(CONTINUATION, new byte[5_000]))),
                Arguments.of("HTTP", "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whoeverBreaksTheProtocolIsCutOff(String what, byte[] bytes) {
        for (String uri : new String[] {RawSocket.PLAIN, RawSocket.FRAMED}) {
            try (RawSocket socket = RawSocket.open(gateway.port, uri)) {
                socket.send(bytes);
                assertThat(socket.hears("nothing")).as(uri).isFalse();
            }
        }
    }

    @Test
    void aMessageOf8KilobytesIsRead() throws IOException {
        String ping = String.format(Locale.ROOT, PADDED, "x".repeat(8 * 1024 - PADDED.length() + 2));
        assertThat(ping).hasSize(8 * 1024);
        try (RawSocket socket = RawSocket.open(gateway.port, RawSocket.PLAIN)) {
            socket.send(RawBytes.text(ping));
            assertThat(socket.hears("pong")).isTrue();
        }
    }

    @Test
    void aMessageMayComeInPartsWithControlFramesBetween() throws IOException {
        try (RawSocket socket = RawSocket.open(gateway.port, RawSocket.PLAIN)) {
            socket.send(RawBytes.frame(RawBytes.TEXT, "{\"type\":".getBytes(StandardCharsets.UTF_8)));
            socket.send(RawBytes.frame(0x80 | RawBytes.PING, "there?".getBytes(StandardCharsets.UTF_8)));
            socket.send(RawBytes.frame(0x80 | CONTINUATION, "\"ping\"}".getBytes(StandardCharsets.UTF_8)));
            assertThat(socket.hears("pong")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RawSocket.PLAIN, RawSocket.FRAMED})
    void thousandsOfRegistersAreFiftySubscriptions(String uri) throws IOException {
        try (RawSocket socket = RawSocket.open(gateway.port, uri)) {
            for (int id = 1; id <= 5_000; id++) {
                socket.say("{\"type\":\"register\",\"address\":\"likes." + id + "\"}");
                socket.ignore();
                if (id % 500 == 0) {
                    // who says much and reads nothing meanwhile is cut
                    await().until(() ->
                            socket.say("{\"type\":\"ping\"}") && socket.heard().contains("pong"));
                }
            }
            assertThat(gateway.likes.questions.stream().flatMap(List::stream).distinct())
                    .hasSize(50);
            gateway.likes.questions.clear();
        }
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
