package io.likewire.gateway.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Who is connected. A connection that sends no whole request head in time is cut, so that slow headers hold nothing; so is
 * one that does not take what is sent to it. When the gateway leaves, or a request came in chunks, the answer says so and ends its connection.
 */
final class Connections {
    private static final int NO_ERROR = 0;
    private final Vertx vertx;
    private final ClientTimeouts clientTimeouts;
    private final Duration finish;
    private final HeldTotal unsent = new HeldTotal();

    /** Weak, because a WebSocket takes the connection's close handler for itself. Its request is never answered. */
    private final Map<HttpConnection, Caller> callers = new WeakHashMap<>();

    private boolean leaving;

    /** @param finish how long a request may go on after the goodbye */
    Connections(Vertx vertx, ClientTimeouts clientTimeouts, Duration finish) {
        this.vertx = vertx;
        this.clientTimeouts = clientTimeouts;
        this.finish = finish;
    }

    void connected(HttpConnection connection) {
        Caller caller = new Caller(new HeaderTimeout(clientTimeouts.head()));
        callers.put(connection, caller);
        connection.closeHandler(closed -> callers.remove(connection));
        ConnectionPipeline.closeWhenSilent(connection, clientTimeouts.silence());
        HeldBytes bytes = new HeldBytes(clientTimeouts.taking(), unsent);
        caller.http2 = ConnectionPipeline.boundHeld(connection, bytes, clientTimeouts.taking());
        if (!ConnectionPipeline.guardHeads(connection, caller.head, bytes)) {
            cutStranger(connection, caller);
        }
    }

    /** Over HTTP/2 many requests share a connection, whose heads are frames: only the first one is waited for. */
    private void cutStranger(HttpConnection connection, Caller caller) {
        vertx.setTimer(clientTimeouts.head().toMillis(), timer -> {
            if (!caller.spoke) {
                connection.close();
            }
        });
    }

    /** False for what nobody may answer: the connection's last request was there already, or it has too many. */
    boolean requested(HttpServerRequest request) {
        HttpConnection connection = request.connection();
        Caller caller = callers.get(connection);
        if (caller == null) {
            return true;
        }
        if (caller.spent) {
            ConnectionPipeline.close(connection);
            return false;
        }
        if (caller.isShared() && caller.http2.isCrowded()) {
            return false;
        }
        // a length beside the chunks has been dropped before it could be seen, so a proxy may see another end than we
        // do
        caller.spent = !caller.isShared() && request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        caller.spoke = true;
        caller.running++;
        caller.head.begun();
        HttpServerResponse response = request.response();
        response.headersEndHandler(head -> begin(request, caller));
        // not the end handler: vertx-web takes that one for itself
        response.bodyEndHandler(end -> answered(caller));
        return true;
    }

    private void begin(HttpServerRequest request, Caller caller) {
        HttpServerResponse response = request.response();
        HttpConnection connection = request.connection();
        if (caller.isShared() && request.headers().isEmpty()) {
            caller.http2.headLetGo(response.streamId());
        }
        if (caller.isShared() && request.method() != HttpMethod.HEAD) {
            String length = response.headers().get(HttpHeaders.CONTENT_LENGTH);
            caller.http2.answered(response.streamId(), length == null ? 0 : Long.parseLong(length));
        }
        if (leaving && caller.isShared()) {
            askToLookElsewhere(connection, caller);
        } else if (leaving || caller.spent) {
            response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            connection.shutdown(finish.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A GOAWAY that excludes no stream: what is on its way when it arrives is answered all the same. */
    private static void askToLookElsewhere(HttpConnection connection, Caller caller) {
        if (!caller.asked) {
            caller.asked = true;
            connection.goAway(NO_ERROR, Integer.MAX_VALUE);
        }
    }

    private static void answered(Caller caller) {
        caller.running--;
        caller.head.answered();
    }

    /** From now on each answer is the last one of its connection; over HTTP/2, where answers can't say so, GOAWAY does. */
    void sayGoodbye() {
        leaving = true;
        List.copyOf(callers.entrySet()).forEach(entry -> {
            Caller caller = entry.getValue();
            if (caller.isShared() && caller.spoke) {
                askToLookElsewhere(entry.getKey(), caller);
            }
        });
    }

    /** A server that shuts down would swallow what idle connections still send, instead of ending them. */
    void closeIdle() {
        List.copyOf(callers.entrySet()).forEach(entry -> {
            if (entry.getValue().isShared()) {
                entry.getKey().shutdown(finish.toMillis(), TimeUnit.MILLISECONDS);
            } else if (entry.getValue().running == 0) {
                entry.getKey().close();
            }
        });
    }

    private static final class Caller {
        private final HeaderTimeout head;

        /** Null for HTTP/1. */
        private Http2HeldBytes http2;

        private boolean spoke;
        private boolean asked;
        private int running;
        private boolean spent;

        private Caller(HeaderTimeout head) {
            this.head = head;
        }

        /** HTTP/2: many requests at once, and no header that speaks of the connection. */
        private boolean isShared() {
            return http2 != null;
        }
    }
}
