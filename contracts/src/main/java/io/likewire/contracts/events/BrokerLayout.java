package io.likewire.contracts.events;

import static io.likewire.contracts.events.EventType.PRODUCT_CREATED;
import static io.likewire.contracts.events.EventType.PRODUCT_DELETED;
import static io.likewire.contracts.events.EventType.PRODUCT_LIKES_CHANGED;
import static io.likewire.contracts.events.EventType.PRODUCT_UPDATED;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All exchanges and queues that services declare, in the order of declaring. The AsyncAPI file says the same. */
public final class BrokerLayout {
    /** RabbitMQ 4 drops after 20 redeliveries unless told otherwise; parking is our own decision, made much sooner. */
    private static final int DELIVERY_LIMIT = 1_000_000;

    private static final Map<String, Object> QUORUM =
            Map.of("x-queue-type", "quorum", "x-delivery-limit", DELIVERY_LIMIT);

    /** A durable exchange. */
    public record Exchange(String name, String type, Map<String, Object> arguments) {}

    /** A durable queue, and what is bound to it. */
    public record Queue(String name, Map<String, Object> arguments, List<Binding> bindings) {}

    /** What an exchange passes on to a queue. */
    public record Binding(String exchange, String routingKey) {}

    public static final List<Exchange> EXCHANGES = List.of(
            new Exchange(BrokerNames.UNROUTED, "fanout", Map.of()),
            new Exchange(BrokerNames.EXCHANGE, "topic", Map.of("alternate-exchange", BrokerNames.UNROUTED)));

    /** Read by operators. */
    public static final List<Queue> KEPT = List.of(
            new Queue(BrokerNames.UNROUTED, QUORUM, List.of(new Binding(BrokerNames.UNROUTED, ""))),
            new Queue(BrokerNames.PARKED, QUORUM, List.of()));

    /** Read by services. */
    public static final List<Queue> CONSUMED = List.of(
            consumed(BrokerNames.LIKES_PRODUCT_EVENTS, PRODUCT_CREATED, PRODUCT_UPDATED, PRODUCT_DELETED),
            consumed(BrokerNames.PRODUCTS_LIKE_EVENTS, PRODUCT_LIKES_CHANGED));

    private BrokerLayout() {}

    private static Queue consumed(String name, EventType... types) {
        return consumed(name, Arrays.stream(types).map(EventType::routingKey).toList());
    }

    /** A queue that a service reads, with the parked ones as its last resort. */
    public static Queue consumed(String name, List<String> routingKeys) {
        Map<String, Object> arguments = new HashMap<>(QUORUM);
        arguments.put("x-dead-letter-exchange", "");
        arguments.put("x-dead-letter-routing-key", BrokerNames.PARKED);
        List<Binding> bindings = routingKeys.stream()
                .map(key -> new Binding(BrokerNames.EXCHANGE, key))
                .toList();
        return new Queue(name, Map.copyOf(arguments), bindings);
    }
}
