package io.likewire.platform.broker;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ReconnectorTest {
    private static final int SOON_MS = 1_000;

    /** A broker that takes the connection and says nothing, so that it is still being opened when the service leaves. */
    @Test
    void nothingIsConnectedOnceItHasStopped() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI broker = URI.create("amqp://guest:guest@127.0.0.1:" + silent.getLocalPort() + "/");
            Reconnector reconnector = new Reconnector(vertx, broker, "test") {
                @Override
                protected Future<Void> setUp(BrokerConnection fresh) {
                    return Future.succeededFuture();
                }
            };
            vertx.getOrCreateContext().runOnContext(begin -> reconnector.start());
            try (Socket opened = silent.accept()) {
                reconnector.stop().await();

                opened.setSoTimeout(SOON_MS);
                assertThatCode(() -> opened.getInputStream().readAllBytes())
                        .as("the connection has ended")
                        .doesNotThrowAnyException();
            }
        } finally {
            vertx.close().await();
        }
    }
}
