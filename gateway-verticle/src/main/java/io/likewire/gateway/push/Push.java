package io.likewire.gateway.push;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.push.LikePush;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import io.vertx.ext.web.handler.sockjs.Transport;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Live counts: one consumer on the cluster's event bus, fanned out to this gateway's own sockets. Everything here runs
 * on one event loop.
 */
public final class Push {
    private final Vertx vertx;
    private final Timers timers;
    private final PushTimes times;
    private final PushMetrics metrics;
    private final Feed feed;
    private final ProductTopics products;
    private final Healing healing;
    private final Inbound inbound;
    private final Set<SocketSession> sessions = new HashSet<>();
    private final SocketDoor door;
    private MessageConsumer<JsonArray> consumer;
    private boolean leaving;

    /**
     * @param patience how long to wait for the likes side
     * @param socketsMax how many sockets there may be
     */
    public Push(
            Vertx vertx,
            LikesService likes,
            Duration patience,
            int socketsMax,
            PushTimes times,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.times = times;
        this.timers = Timers.of(vertx);
        this.metrics = new PushMetrics(registry);
        TrueCounts trueCounts = new TrueCounts(likes, patience, metrics);
        this.feed = new Feed(timers, times.frameGap());
        this.products = new ProductTopics(trueCounts, timers, times);
        this.healing = new Healing(trueCounts, this::watched, timers, times.healing(), this::changed);
        this.inbound = new Inbound(products, feed);
        this.door = new SocketDoor(() -> !leaving && sessions.size() < socketsMax);
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

    /** Completes when the likes side's messages reach this node. */
    public Future<Void> open() {
        consumer = LikePush.subscribe(vertx, counts -> counts.forEach(this::changed));
        healing.start();
        return consumer.completion();
    }

    public Future<Void> close() {
        leaving = true;
        List.copyOf(sessions).forEach(SocketSession::leave);
        return consumer == null ? Future.succeededFuture() : consumer.unregister();
    }

    private void opened(SockJSSocket socket) {
        SocketSession session = new SocketSession(new SockJsSink(socket, timers), timers, times.slowness(), metrics);
        sessions.add(session);
        socket.handler(frame -> inbound.receive(session, frame));
        socket.exceptionHandler(broken -> {});
        socket.closeHandler(closed -> {
            sessions.remove(session);
            session.closed();
        });
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
