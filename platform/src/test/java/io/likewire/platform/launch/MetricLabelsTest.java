package io.likewire.platform.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.platform.telemetry.Tracing;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MetricLabelsTest {
    /** A series is kept for ever: nobody outside may make one. */
    @Test
    void methodsThatClientsMakeUpShareOne() throws IOException {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        Vertx vertx = VertxFactory.local(metrics, Tracing.off());
        int port = vertx.createHttpServer()
                .requestHandler(request -> request.response().end())
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        for (String method : new String[] {"GET", "MADEUP", "TRACE"}) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                String request = method + " / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readAllBytes();
            }
        }
        Awaitility.await().until(() -> methods(metrics).length == 2);
        assertThat(methods(metrics)).containsExactlyInAnyOrder("GET", "other");
        vertx.close().await();
    }

    private static String[] methods(SimpleMeterRegistry metrics) {
        return metrics.getMeters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag("method"))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
    }
}
