package io.likewire.contracts.events;

import java.util.Set;

/** Exchanges and queues on the broker. A queue's name says who reads it and what. */
public final class BrokerNames {
    /** Durable topic exchange; every event goes here. */
    public static final String EXCHANGE = "likewire.events";

    /** Fanout exchange and queue for events that no binding wants. */
    public static final String UNROUTED = "likewire.unrouted";

    /** Messages that a consumer could not apply, with the reason in their headers. */
    public static final String PARKED = "likewire.parked";

    /** Product events, read by likes-verticle. */
    public static final String LIKES_PRODUCT_EVENTS = "likes.product-events";

    /** Changed counts, read by products-verticle. */
    public static final String PRODUCTS_LIKE_EVENTS = "products.like-events";

    /** All events, read by the compatibility bridge; there only where it is used. */
    public static final String BRIDGE_EVENTS = "tutorial.facts";

    /** Likes told in the tutorial's form, each with an identity of its own; likewise. */
    public static final String BRIDGE_LIKES = "tutorial.liked";

    /** Products told in the tutorial's form; likewise. */
    public static final String BRIDGE_PRODUCTS = "tutorial.products";

    /** The queues of the compatibility bridge from which messages may be parked. */
    public static final Set<String> BRIDGE = Set.of(BRIDGE_EVENTS, BRIDGE_LIKES, BRIDGE_PRODUCTS);

    private BrokerNames() {}
}
