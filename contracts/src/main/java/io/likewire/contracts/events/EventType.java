package io.likewire.contracts.events;

import java.util.Arrays;
import java.util.Optional;

/** The events that cross RabbitMQ: AMQP property {@code type}, and the routing key in {@link BrokerNames#EXCHANGE}. */
public enum EventType {
    PRODUCT_CREATED("product_created", "product.created"),
    PRODUCT_UPDATED("product_updated", "product.updated"),
    PRODUCT_DELETED("product_deleted", "product.deleted"),
    PRODUCT_LIKES_CHANGED("product_likes_changed", "likes.changed");

    private final String wireName;
    private final String routingKey;

    EventType(String wireName, String routingKey) {
        this.wireName = wireName;
        this.routingKey = routingKey;
    }

    public String wireName() {
        return wireName;
    }

    public String routingKey() {
        return routingKey;
    }

    public static Optional<EventType> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(name))
                .findFirst();
    }
}
