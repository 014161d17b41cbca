package io.likewire.gateway.live;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.push.LikePush;
import io.likewire.gateway.edge.Cors;
import io.likewire.gateway.edge.Proxies;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import io.vertx.ext.web.handler.sockjs.Transport;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Live counts: one consumer on the cluster's event bus, fanned out to this gateway's own sockets. Everything here runs
 * on one event loop.
 */
public final class Push {
    private final Vertx vertx;
    private final Proxies proxies;
    private final Timers timers;
    private final Duration farewell;
    private final AllChangesTopic allChangesTopic;
    private final ProductTopics products;
    private final PeriodicRefresh periodicRefresh;
    private final SocketMessages socketMessages;
    private final OpenSockets openSockets;
    private final EventStreams streams;
    private final SocketFilter door;
    private MessageConsumer<JsonArray> consumer;

    /**
     * @param patience how long to wait for the likes side
     * @param socketsMax how many sockets there may be
     * @param cors which other sites may open sockets
     */
    public Push(
            Vertx vertx,
            LikesService likes,
            Duration patience,
            int socketsMax,
            PushIntervals times,
            Cors cors,
            Proxies proxies,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.timers = Timers.of(vertx);
        this.farewell = times.farewell();
        PushMetrics metrics = new PushMetrics(registry);
        CountQueries countQueries = new CountQueries(likes, patience, metrics);
        this.allChangesTopic = new AllChangesTopic(timers, times.frameGap());
        this.products = new ProductTopics(countQueries, timers, times);
        this.periodicRefresh = new PeriodicRefresh(countQueries, this::watched, timers, times.healing(), this::changed);
        this.socketMessages = new SocketMessages(products, allChangesTopic);
        this.openSockets = new OpenSockets(socketsMax, timers, times.slowness(), metrics);
        this.proxies = proxies;
        this.streams = new EventStreams(openSockets, products, proxies, timers, times);
        this.door = new SocketFilter(request -> openSockets.requireRoom(request, proxies.client(request)), cors);
    }

    public void mount(Router router) {
        SockJSHandlerOptions options = new SockJSHandlerOptions().setInsertJSESSIONID(false);
        for (Transport transport : Transport.values()) {
            if (transport != Transport.WEBSOCKET) {
                options.addDisabledTransport(transport.name());
            }
        }
        router.route("/eventbus/*").handler(door);
        router.route("/eventbus/*")
                .subRouter(SockJSHandler.create(vertx, options).socketHandler(this::opened));
    }

    /** Streams of events, for {@code GET /api/likes/stream}. */
    public Handler<RoutingContext> streams() {
        return streams;
    }

    /**
     * Completes when the likes side's messages reach this node.
     *
     * @param heard told of every count, too
     */
    public Future<Void> open(Consumer<LikeCount> heard) {
        consumer = LikePush.subscribe(
                vertx,
                counts -> counts.forEach(count -> {
                    heard.accept(count);
                    changed(count);
                }));
        periodicRefresh.start();
        return consumer.completion();
    }

    public Future<Void> close() {
        openSockets.leave();
        return consumer == null ? Future.succeededFuture() : consumer.unregister();
    }

    private void opened(SockJSSocket socket) {
        HttpServerRequest handshake = socket.routingContext().request();
        SocketSession session = openSockets.admit(new SockJsSink(socket, timers, farewell), proxies.client(handshake));
        handshake.headers().clear(); // Vert.x keeps it with the socket
        socket.handler(frame -> socketMessages.receive(session, frame));
        socket.exceptionHandler(session::unreadable);
        socket.closeHandler(closed -> openSockets.dismiss(session));
    }

    private Set<Long> watched() {
        Set<Long> ids = new LinkedHashSet<>(products.ids());
        ids.addAll(allChangesTopic.toldLately());
        return ids;
    }

    private void changed(LikeCount count) {
        allChangesTopic.offer(count);
        products.offer(count);
    }
}
