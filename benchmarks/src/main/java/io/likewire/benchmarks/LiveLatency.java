package io.likewire.benchmarks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** From sending a like to its frame, on every one of many sockets that watch the product. */
final class LiveLatency {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong sentAt = new AtomicLong();
    private final AtomicReference<CountDownLatch> round = new AtomicReference<>(new CountDownLatch(1));
    private final List<Long> micros = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean measuring;

    /** @return percentiles in milliseconds: p50, p99, worst */
    double[] measure(String host, int port, int sockets, Fixture fixture, int likes) throws Exception {
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(sockets));
        round.set(new CountDownLatch(sockets));
        for (int i = 0; i < sockets; i++) {
            client.connect(new WebSocketConnectOptions()
                            .setHost(host)
                            .setPort(port)
                            .setURI("/eventbus/websocket"))
                    .onSuccess(socket -> {
                        socket.handler(frame -> arrived());
                        socket.write(Buffer.buffer("{\"type\":\"register\",\"address\":\"likes.1\"}"));
                    })
                    .await();
        }
        round.get().await(30, TimeUnit.SECONDS);
        measuring = true;
        for (int i = 0; i < likes; i++) {
            round.set(new CountDownLatch(sockets));
            sentAt.set(System.nanoTime());
            fixture.post("/api/products/1/like", "");
            round.get().await(10, TimeUnit.SECONDS);
            TimeUnit.MILLISECONDS.sleep(150);
        }
        vertx.close().await();
        return percentiles();
    }

    private void arrived() {
        if (measuring) {
            micros.add((System.nanoTime() - sentAt.get()) / 1000);
        }
        round.get().countDown();
    }

    private double[] percentiles() {
        List<Long> sorted = new ArrayList<>(micros);
        Collections.sort(sorted);
        return new double[] {at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1)};
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share))) / 1000.0;
    }
}
