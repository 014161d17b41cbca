package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What many sockets cost a gateway: memory each, and processor time for each frame. */
final class LiveCapacity {
    private static final int AT_ONCE = 100;
    private static final long LIKE_EVERY_MS = 40;
    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong frames = new AtomicLong();

    /** All sockets watch one product, which changes more often than it may be told. */
    String measure(Target target, int sockets, Duration time) throws Exception {
        Program gateway = target.program("gateway");
        int port = target.ports().get(0);
        Fixture fixture = new Fixture(port);
        long memoryBefore = gateway.memory();
        connect(port, sockets);
        fixture.like(1);
        TimeUnit.SECONDS.sleep(2);
        long kilobytes = (gateway.memory() - memoryBefore) * 1024;
        long framesBefore = frames.get();
        Duration cpuBefore = gateway.cpu();
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < time.toNanos()) {
            fixture.like(1);
            TimeUnit.MILLISECONDS.sleep(LIKE_EVERY_MS);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double delivered = frames.get() - framesBefore;
        double micros = gateway.cpu().minus(cpuBefore).toNanos() / 1e3;
        vertx.close().await();
        return String.format(
                Locale.ROOT,
                "%d sockets at one gateway: %.0f deliveries/s, %.1f µs of CPU each, %.1f KB resident a socket",
                sockets,
                delivered / seconds,
                micros / delivered,
                (double) kilobytes / sockets);
    }

    private void connect(int port, int sockets) throws Exception {
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(sockets));
        for (int i = 0; i < sockets; i += AT_ONCE) {
            Future.all(IntStream.range(0, AT_ONCE)
                            .mapToObj(n -> client.connect(port, "127.0.0.1", "/eventbus/websocket")
                                    .onSuccess(this::watch))
                            .toList())
                    .await(30, TimeUnit.SECONDS);
        }
    }

    private void watch(WebSocket socket) {
        socket.handler(frame -> frames.incrementAndGet());
        socket.write(Buffer.buffer("{\"type\":\"register\",\"address\":\"likes.1\"}"));
        vertx.setPeriodic(30_000, tick -> socket.writeTextMessage("{\"type\":\"ping\"}"));
    }
}
