package io.likewire.platform.messaging;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.Names;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * The whole topology, declared by every process before its first publish, so that no fact can come before its queue. Qpid
 * ignores the arguments; the embedded broker has its own alternate binding for what no queue wants.
 */
final class Topology {
    private static final Map<String, List<EventType>> BINDINGS = Map.of(
            Names.LIKES_PRODUCT_EVENTS,
                    List.of(EventType.PRODUCT_CREATED, EventType.PRODUCT_UPDATED, EventType.PRODUCT_DELETED),
            Names.PRODUCTS_LIKE_EVENTS, List.of(EventType.PRODUCT_LIKES_CHANGED));

    /** RabbitMQ 4 drops after 20 redeliveries unless told otherwise; parking is our own decision, made much sooner. */
    private static final int DELIVERY_LIMIT = 1_000_000;

    private Topology() {}

    /** Whether every process declares the queue, because a service that is always there reads it. */
    static boolean isAlwaysThere(String queue) {
        return BINDINGS.containsKey(queue);
    }

    /** Beside the whole topology, a queue that only its reader knows. */
    static Future<Void> declare(Epoch epoch, OwnQueue own) {
        return declare(epoch).compose(done -> switch (own.kind()) {
            case USUAL -> Future.succeededFuture();
            case BOUND -> bound(epoch, own.name(), own.routingKeys());
            case HANDED_OVER ->
                epoch.call(client -> client.queueDeclare(own.name(), true, false, false, OwnQueue.CLASSIC))
                        .mapEmpty();
        });
    }

    static Future<Void> declare(Epoch epoch) {
        return exchange(epoch, Names.UNROUTED, "fanout", new JsonObject())
                .compose(done -> queue(epoch, Names.UNROUTED, new JsonObject()))
                .compose(done -> bind(epoch, Names.UNROUTED, Names.UNROUTED, ""))
                .compose(done -> queue(epoch, Names.PARKED, new JsonObject()))
                .compose(done -> exchange(
                        epoch, Names.EXCHANGE, "topic", new JsonObject().put("alternate-exchange", Names.UNROUTED)))
                .compose(done -> BINDINGS.keySet().stream()
                        .reduce(
                                Future.<Void>succeededFuture(),
                                (before, name) -> before.compose(declared -> consumed(epoch, name)),
                                (a, b) -> b));
    }

    private static Future<Void> consumed(Epoch epoch, String queue) {
        return bound(
                epoch,
                queue,
                BINDINGS.get(queue).stream().map(EventType::routingKey).toList());
    }

    private static Future<Void> bound(Epoch epoch, String queue, List<String> routingKeys) {
        JsonObject lastResort =
                new JsonObject().put("x-dead-letter-exchange", "").put("x-dead-letter-routing-key", Names.PARKED);
        return routingKeys.stream()
                .reduce(
                        queue(epoch, queue, lastResort),
                        (before, key) -> before.compose(done -> bind(epoch, queue, Names.EXCHANGE, key)),
                        (a, b) -> b);
    }

    private static Future<Void> exchange(Epoch epoch, String name, String type, JsonObject arguments) {
        return epoch.call(client -> client.exchangeDeclare(name, type, true, false, arguments));
    }

    private static Future<Void> queue(Epoch epoch, String name, JsonObject arguments) {
        JsonObject all = arguments.put("x-queue-type", "quorum").put("x-delivery-limit", DELIVERY_LIMIT);
        return epoch.call(client -> client.queueDeclare(name, true, false, false, all))
                .mapEmpty();
    }

    private static Future<Void> bind(Epoch epoch, String queue, String exchange, String routingKey) {
        return epoch.call(client -> client.queueBind(queue, exchange, routingKey));
    }
}
