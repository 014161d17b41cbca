package io.likewire.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.gateway.TestGateway;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** E2: what waits for a peer that does not read has a bound and a time, whatever it is sent by. */
class UnreadAnswersTest {
    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration LATE = Duration.ofMinutes(5);
    private static final String LIST = "/api/products?limit=100";
    private static final String GET_LIST = "GET " + LIST + " HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String GET_EXPORT = "GET /api/products/export HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String OPEN_SOCKET = "GET /eventbus/websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    private static final byte[] EMPTY_PING = {(byte) 0x89, (byte) 0x80, 0, 0, 0, 0};
    private static final int SMALL = 4_096;
    private static final int PINGS = 1_000;
    private static final int FEW_MB = 16;

    private static TestGateway impatient;
    private static TestGateway impatientTls;
    private static TestGateway patient;
    private static TestGateway patientTls;

    @BeforeAll
    static void start() throws Exception {
        impatient = gateway(Map.of(), SOON);
        impatientTls = gateway(TestCertificate.settings(), SOON);
        patient = gateway(Map.of(), LATE);
        patientTls = gateway(TestCertificate.settings(), LATE);
    }

    private static TestGateway gateway(Map<String, String> settings, Duration taking) {
        ClientTimeouts clientTimeouts = new ClientTimeouts(LATE, LATE, taking, LATE, Duration.ofMillis(10));
        TestGateway gateway = TestGateway.with(settings, clientTimeouts);
        IntStream.range(0, 100).forEach(n -> gateway.products.add("t".repeat(9_000)));
        return gateway;
    }

    @AfterAll
    static void stop() {
        List.of(impatient, impatientTls, patient, patientTls).forEach(TestGateway::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {GET_LIST, GET_LIST + GET_LIST + GET_LIST, GET_EXPORT})
    void whoNeverReadsIsCut(String requests) throws IOException {
        try (Socket socket = connect(impatient, requests)) {
            awaitCut(socket);
        }
    }

    @Test
    void soIsWhoReadsByteByByte() throws IOException {
        try (Socket socket = connect(impatient, GET_LIST)) {
            await().pollInterval(Duration.ofMillis(20)).until(() -> readsNothing(socket.getInputStream()));
        }
    }

    private static boolean readsNothing(InputStream in) {
        try {
            return in.readNBytes(64).length < 64;
        } catch (IOException cut) {
            return true;
        }
    }

    /** Three times the deadline for the whole, and enough within each. */
    @Test
    void whoReadsSlowlyGetsAllOfIt() throws Exception {
        try (Socket socket = connect(impatient, GET_LIST, 16 * SMALL)) {
            AtomicInteger read = new AtomicInteger();
            await().pollInterval(Duration.ofMillis(60)).until(() -> {
                int some = socket.getInputStream().readNBytes(32 * 1024).length;
                assertThat(some).isPositive();
                return read.addAndGet(some) >= 100 * 9_000;
            });
        }
    }

    @Test
    void exportsThatNobodyReadsMakeRoomForOthers() throws IOException {
        IntStream.range(0, 5_000).forEach(n -> impatient.products.add("t".repeat(200)));
        List<Socket> deaf = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            deaf.add(connect(impatient, GET_EXPORT));
        }
        await().until(() -> impatient.get("/api/products/export").statusCode() == 503);
        await().until(() -> impatient.get("/api/products/export").statusCode() == 200);
        for (Socket socket : deaf) {
            awaitCut(socket);
        }
    }

    @Test
    void answersOverHttp2ThatTheWindowHasNoRoomForAreReset() throws Exception {
        try (RawHttp2 client = new RawHttp2(impatientTls.port, 0)) {
            client.asks("GET", LIST);
            assertThat(client.hears(RawHttp2.RST_STREAM)).isTrue();
            assertThat(client.asks("HEAD", LIST)).as("the connection goes on").isTrue();
        }
    }

    @Test
    void manyAnswersOverHttp2ThatNobodyTakesEndTheirConnection() throws Exception {
        try (RawHttp2 client = new RawHttp2(patientTls.port, 0)) {
            IntStream.range(0, 100).forEach(n -> client.asks("GET", LIST));
            assertThat(client.hears(RawHttp2.RST_STREAM)).isFalse();
        }
    }

    /** Netty's limit counts once the client has acknowledged it, which this one never does. */
    @Test
    void moreStreamsThanAreAllowedEndTheirConnection() throws Exception {
        Promise<Void> never = Promise.promise();
        patientTls.products.listGate = never.future();
        try (RawHttp2 client = new RawHttp2(patientTls.port, 1 << 20)) {
            await().pollInterval(Duration.ofMillis(1)).until(() -> !client.asks("GET", "/api/products"));
        } finally {
            never.complete();
            patientTls.products.listGate = Future.succeededFuture();
        }
    }

    @Test
    void headsOverHttp2ThatNobodyReadsEndTheirConnection() throws Exception {
        try (RawHttp2 client = new RawHttp2(patientTls.port, 0)) {
            await().pollInterval(Duration.ofMillis(1)).until(() -> !asksMany(client, "HEAD", "/api/user"));
        }
    }

    private static boolean asksMany(RawHttp2 client, String method, String path) {
        return IntStream.range(0, 1_000).allMatch(n -> client.asks(method, path));
    }

    @Test
    void pongsThatNobodyReadsEndTheirSocket() throws IOException {
        byte[] pings = ByteBuffer.allocate(PINGS * EMPTY_PING.length).array();
        IntStream.range(0, PINGS)
                .forEach(n -> System.arraycopy(EMPTY_PING, 0, pings, n * EMPTY_PING.length, EMPTY_PING.length));
        try (Socket socket = connect(patient, OPEN_SOCKET)) {
            long written = 0;
            while (canSend(socket, pings)) {
                written += pings.length;
                assertThat(written).isLessThan(FEW_MB << 20);
            }
        }
    }

    private static Socket connect(TestGateway to, String request) throws IOException {
        return connect(to, request, SMALL);
    }

    private static Socket connect(TestGateway to, String request, int buffer) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(buffer);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress("127.0.0.1", to.port));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void awaitCut(Socket socket) {
        await().until(() -> !canSend(socket, new byte[] {'\r', '\n'}));
    }

    private static boolean canSend(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException cut) {
            return false;
        }
    }
}
