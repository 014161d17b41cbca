package io.likewire.gateway.live;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.ClientAddress;
import io.likewire.gateway.edge.Proxies;
import io.likewire.gateway.lists.Ids;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Live counts of some products as server-sent events: the same sessions and topics as WebSockets have. */
final class EventStreams implements Handler<RoutingContext> {
    private static final int PRODUCTS_MAX = 50;
    private static final int RETRY_MS = 1_000;
    private static final long NOTHING_SEEN = -1;
    private static final Frame HEARTBEAT = Frame.ofEvent(Buffer.buffer(":\n\n"));
    private static final Buffer PING = Buffer.buffer("likewire");
    private final OpenSockets openSockets;
    private final ProductTopics products;
    private final Proxies proxies;
    private final Timers timers;
    private final Duration heartbeat;
    private final Duration farewell;

    /** Whether each connection has answered its last one: a client that never does keeps one waiting, and no more. */
    private final Map<HttpConnection, Future<Buffer>> pings = new WeakHashMap<>();

    EventStreams(OpenSockets openSockets, ProductTopics products, Proxies proxies, Timers timers, PushIntervals times) {
        this.openSockets = openSockets;
        this.products = products;
        this.proxies = proxies;
        this.timers = timers;
        this.heartbeat = times.heartbeat();
        this.farewell = times.farewell();
    }

    @Override
    public void handle(RoutingContext context) {
        List<Long> ids = productIds(context.queryParam("products"));
        ClientAddress client = proxies.client(context.request());
        openSockets.requireRoom(context.request(), client);
        if (!products.hasRoomFor(ids, client)) {
            throw new Refusal(ProblemType.OVERLOADED, "There is no room for another stream here");
        }
        describe(context.request());
        if (context.request().method() == HttpMethod.HEAD) {
            context.response().end();
            return;
        }
        open(context.request(), client, ids);
    }

    private static List<Long> productIds(List<String> values) {
        List<Long> ids = values.size() == 1 ? Ids.list(values.get(0), PRODUCTS_MAX) : null;
        if (ids == null) {
            throw Refusal.invalid("products", "Expected 1 to " + PRODUCTS_MAX + " ids, separated by commas.");
        }
        return ids;
    }

    private static void describe(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        headers.set(HttpHeaders.CONTENT_TYPE, "text/event-stream");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.set("X-Accel-Buffering", "no");
    }

    private void open(HttpServerRequest request, ClientAddress client, List<Long> ids) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        EventStreamSink sink = new EventStreamSink(request, timers, farewell, known(request, ids));
        SocketSession session = openSockets.admit(sink, client);
        Heartbeat heart = new Heartbeat(session, request);
        request.response().exceptionHandler(broken -> {}).closeHandler(closed -> {
            openSockets.dismiss(session);
            heart.stop();
        });
        // for as long as the stream is open
        request.headers().clear();
        sink.begin(Buffer.buffer("retry: " + retryMs() + "\n\n"));
        ids.forEach(id -> session.subscribe(Frame.PRODUCT_PREFIX + id, products.topic(id, client)));
        heart.beatLater();
    }

    /**
     * An id is the version of one product. With several it says nothing about the others: they may have changed before
     * without the caller hearing of it, or in the same transaction. So then all of them are told again.
     */
    private static long known(HttpServerRequest request, List<Long> ids) {
        String last = request.getHeader("Last-Event-ID");
        return last == null || ids.size() > 1 ? NOTHING_SEEN : Math.max(NOTHING_SEEN, Ids.parse(last, 0));
    }

    /** Not all at the same moment, when a gateway is gone. */
    private static int retryMs() {
        return RETRY_MS + ThreadLocalRandom.current().nextInt(2 * RETRY_MS);
    }

    /** Keeps no request of a stream that is closed. */
    private final class Heartbeat {
        private final SocketSession session;
        private final HttpServerRequest request;
        private Runnable stop;

        Heartbeat(SocketSession session, HttpServerRequest request) {
            this.session = session;
            this.request = request;
        }

        void beatLater() {
            stop = timers.after(heartbeat, () -> {
                beat();
                beatLater();
            });
        }

        void stop() {
            stop.run();
        }

        private void beat() {
            session.reply(HEARTBEAT);
            if (request.version() == HttpVersion.HTTP_2) {
                pings.compute(
                        request.connection(),
                        (connection, last) -> last == null || last.isComplete() ? connection.ping(PING) : last);
            }
        }
    }
}
