package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.List;

/** What a frame costs at the least: the same text for each socket as often as Likewire tells a product, and nothing else. */
final class BareSockets {
    private static final String HOST = "127.0.0.1";
    private static final long GAP_MS = 100;
    private static final String FRAME =
            "{\"type\":\"rec\",\"address\":\"likes.1\",\"body\":{\"productId\":1,\"likes\":1000,\"version\":1000}}";

    private BareSockets() {}

    static void listen(Vertx vertx, int port) {
        vertx.deployVerticle(context -> serve(vertx, port)).await();
    }

    private static Future<?> serve(Vertx vertx, int port) {
        List<ServerWebSocket> sockets = new ArrayList<>();
        vertx.setPeriodic(GAP_MS, tick -> sockets.forEach(socket -> socket.writeTextMessage(FRAME)));
        return vertx.createHttpServer(new HttpServerOptions().setHost(HOST))
                .webSocketHandler(socket -> {
                    sockets.add(socket);
                    socket.closeHandler(closed -> sockets.remove(socket));
                })
                .listen(port);
    }
}
