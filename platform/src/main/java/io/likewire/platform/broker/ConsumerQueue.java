package io.likewire.platform.broker;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What a consumer reads.
 *
 * @param routingKeys of {@code likewire.events}; only of a bound queue
 */
public record ConsumerQueue(String name, Kind kind, List<String> routingKeys) {
    static final JsonObject CLASSIC = new JsonObject().put("x-queue-type", "classic");

    enum Kind {
        USUAL,
        BOUND,
        HANDED_OVER
    }

    /** One that every process declares. */
    public static ConsumerQueue usual(String name) {
        return new ConsumerQueue(name, Kind.USUAL, List.of());
    }

    /** A reader's own queue for events with these routing keys; it fills up for as long as it is there. */
    public static ConsumerQueue bound(String name, List<String> routingKeys) {
        return new ConsumerQueue(name, Kind.BOUND, routingKeys);
    }

    /** A durable queue that is filled in AMQP transactions: a classic one, since quorum queues know no transactions. */
    public static ConsumerQueue handedOver(String name) {
        return new ConsumerQueue(name, Kind.HANDED_OVER, List.of());
    }
}
