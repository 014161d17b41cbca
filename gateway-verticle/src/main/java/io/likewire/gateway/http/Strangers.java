package io.likewire.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.util.HashSet;
import java.util.Set;

/** Connections that never sent a whole request head: cut after ten seconds, so that slow headers hold nothing. */
final class Strangers {
    private static final long PATIENCE_MS = 10_000;
    private final Vertx vertx;
    private final Set<HttpConnection> silent = new HashSet<>();

    Strangers(Vertx vertx) {
        this.vertx = vertx;
    }

    void connected(HttpConnection connection) {
        silent.add(connection);
        connection.closeHandler(closed -> silent.remove(connection));
        vertx.setTimer(PATIENCE_MS, timer -> {
            if (silent.remove(connection)) {
                connection.close();
            }
        });
    }

    void spoke(HttpConnection connection) {
        silent.remove(connection);
    }
}
