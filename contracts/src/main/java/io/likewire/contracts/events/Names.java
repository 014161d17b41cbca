package io.likewire.contracts.events;

/** Exchanges and queues on the broker. A queue's name says who reads it and what. */
public final class Names {
    /** Durable topic exchange; every fact goes here. */
    public static final String EXCHANGE = "likewire.events";

    /** Fanout exchange and queue for facts that no binding wants. */
    public static final String UNROUTED = "likewire.unrouted";

    /** Messages that a consumer could not apply, with the reason in their headers. */
    public static final String PARKED = "likewire.parked";

    /** Product facts, read by likes-verticle. */
    public static final String LIKES_PRODUCT_EVENTS = "likes.product-events";

    /** Changed counts, read by products-verticle. */
    public static final String PRODUCTS_LIKE_EVENTS = "products.like-events";

    private Names() {}
}
