package io.likewire.gateway.push;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.push.LikePush;
import io.likewire.gateway.http.Cors;
import io.likewire.gateway.input.Proxies;
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

/**
 * Live counts: one consumer on the cluster's event bus, fanned out to this gateway's own sockets. Everything here runs
 * on one event loop.
 */
public final class Push {
    private final Vertx vertx;
    private final Proxies proxies;
    private final Timers timers;
    private final Duration farewell;
    private final Feed feed;
    private final ProductTopics products;
    private final Healing healing;
    private final Inbound inbound;
    private final Audience audience;
    private final EventStreams streams;
    private final SocketDoor door;
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
            PushTimes times,
            Cors cors,
            Proxies proxies,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.timers = Timers.of(vertx);
        this.farewell = times.farewell();
        PushMetrics metrics = new PushMetrics(registry);
        TrueCounts trueCounts = new TrueCounts(likes, patience, metrics);
        this.feed = new Feed(timers, times.frameGap());
        this.products = new ProductTopics(trueCounts, timers, times);
        this.healing = new Healing(trueCounts, this::watched, timers, times.healing(), this::changed);
        this.inbound = new Inbound(products, feed);
        this.audience = new Audience(socketsMax, timers, times.slowness(), metrics);
        this.proxies = proxies;
        this.streams = new EventStreams(audience, products, proxies, timers, times);
        this.door = new SocketDoor(request -> audience.requireRoom(proxies.client(request)), cors);
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

    /** Completes when the likes side's messages reach this node. */
    public Future<Void> open() {
        consumer = LikePush.subscribe(vertx, counts -> counts.forEach(this::changed));
        healing.start();
        return consumer.completion();
    }

    public Future<Void> close() {
        audience.leave();
        return consumer == null ? Future.succeededFuture() : consumer.unregister();
    }

    private void opened(SockJSSocket socket) {
        HttpServerRequest handshake = socket.routingContext().request();
        SocketSession session = audience.admit(new SockJsSink(socket, timers, farewell), proxies.client(handshake));
        socket.handler(frame -> inbound.receive(session, frame));
        socket.exceptionHandler(session::unreadable);
        socket.closeHandler(closed -> audience.dismiss(session));
    }

    private Set<Long> watched() {
        Set<Long> ids = new LinkedHashSet<>(products.ids());
        ids.addAll(feed.toldLately());
        return ids;
    }

    private void changed(LikeCount count) {
        feed.offer(count);
        products.offer(count);
    }
}
