package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Watches the products of one block, and counts the time until a frame contains a like. Used on one event loop. */
final class Frames {
    private static final int MOST_PER_SOCKET = 50;
    private final Map<Long, Deque<Waiting>> waiting = new HashMap<>();
    private final Map<Long, Long> sent = new HashMap<>();
    private final Latencies latencies;

    /** @param count of the product, once every like that was sent to it so far is counted */
    private record Waiting(long count, long due) {}

    private Frames(Latencies latencies) {
        this.latencies = latencies;
    }

    /** Nobody has liked a product of the block yet. */
    static Future<Frames> watch(Vertx vertx, int port, int firstProduct, Latencies latencies) {
        Frames frames = new Frames(latencies);
        WebSocketClient client = vertx.createWebSocketClient();
        return Future.all(IntStream.range(0, Workload.BLOCK / MOST_PER_SOCKET)
                        .map(socket -> firstProduct + socket * MOST_PER_SOCKET)
                        .mapToObj(first -> frames.connect(client, port, first))
                        .toList())
                .map(frames);
    }

    private Future<?> connect(WebSocketClient client, int port, int first) {
        return client.connect(port, "127.0.0.1", "/eventbus/websocket").onSuccess(socket -> {
            socket.handler(this::arrived);
            for (int i = first; i < first + MOST_PER_SOCKET; i++) {
                socket.write(Buffer.buffer("{\"type\":\"register\",\"address\":\"likes." + i + "\"}"));
            }
        });
    }

    void sent(long product, long due) {
        long count = sent.merge(product, 1L, Long::sum);
        waiting.computeIfAbsent(product, id -> new ArrayDeque<>()).add(new Waiting(count, due));
    }

    private void arrived(Buffer frame) {
        JsonObject count = frame.toJsonObject().getJsonObject("body");
        Deque<Waiting> likes = waiting.getOrDefault(count.getLong("productId"), new ArrayDeque<>());
        while (!likes.isEmpty() && likes.peek().count() <= count.getLong("likes")) {
            latencies.done(likes.remove().due());
        }
    }
}
