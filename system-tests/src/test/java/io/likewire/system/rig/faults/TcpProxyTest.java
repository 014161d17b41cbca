package io.likewire.system.rig.faults;

import static io.likewire.system.rig.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final String COMMIT = "\u0007\u0000\u0000\u0000\u0003COMMIT";
    private final Vertx vertx = Vertx.vertx();
    private final StringBuffer heard = new StringBuffer();
    private TcpProxy proxy;
    private Socket client;

    @BeforeEach
    void connect() throws Exception {
        NetServer echo = vertx.createNetServer()
                .connectHandler(socket -> socket.handler(said -> {
                    heard.append(said);
                    socket.write(said);
                }));
        int port = echo.listen(0, "127.0.0.1").await().actualPort();
        proxy = TcpProxy.to(URI.create("tcp://127.0.0.1:" + port));
        client = open();
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        proxy.close();
        vertx.close().await();
    }

    @Test
    void whatIsSaidIsHeardOnBothSides() throws IOException {
        say("hello");

        assertThat(answer(5)).isEqualTo("hello");
    }

    @Test
    void cutEndsConnectionsAndTakesNoNewOnesUntilHealed() throws IOException {
        say("a");
        answer(1);

        proxy.cut();

        assertThat(client.getInputStream().read()).isNegative();
        try (Socket refused = open()) {
            assertThat(refused.getInputStream().read()).isNegative();
        }
        proxy.heal();
        client = open();
        say("b");
        assertThat(answer(1)).isEqualTo("b");
    }

    @Test
    void swallowedWordsAreNeverHeardAndHealingEndsTheConnection() throws IOException {
        say("a");
        answer(1);
        proxy.swallow();
        say("lost");
        await("swallowed").until(() -> proxy.swallowed() == 4);

        proxy.heal();

        assertThat(client.getInputStream().read()).isNegative();
        assertThat(heard).hasToString("a");
    }

    @Test
    void delayedWordsAreHeardInTheirOrder() throws IOException {
        proxy.delay(Duration.ofMillis(5));

        say("one ");
        say("two ");

        assertThat(answer(8)).isEqualTo("one two ");
    }

    @Test
    void commitIsCutBeforeTheServerHearsItOrBeforeTheClientHearsOfIt() throws IOException {
        CommitCutter cutter = new CommitCutter(1, 1);
        proxy.listen(cutter);
        while (cutter.cutBefore() == 0 || cutter.cutAfter() == 0) {
            say(COMMIT);
            assertThat(client.getInputStream().read()).isNegative();
            client = open();
        }

        await("what the server heard")
                .until(() -> heard.toString().split("COMMIT", -1).length - 1 == cutter.cutAfter());
    }

    private Socket open() throws IOException {
        Socket socket = new Socket(proxy.uri().getHost(), proxy.uri().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private void say(String words) throws IOException {
        client.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String answer(int length) throws IOException {
        return new String(client.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
    }
}
