package io.likewire.contracts.bus;

/**
 * The addresses of the clustered event bus. Names that browsers register ({@code likes}, {@code likes.7}) never exist
 * here: the gateway keeps its own table of subscribers.
 */
public final class Addresses {
    /** Commands and questions to products-verticle: see {@link io.likewire.contracts.products.ProductsService}. */
    public static final String PRODUCTS = "likewire.products";

    /** Commands and questions to likes-verticle: see {@link io.likewire.contracts.likes.LikesService}. */
    public static final String LIKES = "likewire.likes";

    /** Commands and questions to auth-verticle: see {@link io.likewire.contracts.auth.AuthService}. */
    public static final String AUTH = "likewire.auth";

    /** Published by auth-verticle when sessions end early: see {@link io.likewire.contracts.auth.RevokedSessions}. */
    public static final String AUTH_WITHDRAWN = "likewire.auth.withdrawn";

    /** Published by likes-verticle after a commit: see {@link io.likewire.contracts.push.LikePush}. */
    public static final String PUSH_LIKES = "likewire.push.likes";

    /** Every process tells here how it is, every two seconds: see {@link io.likewire.contracts.operations.NodeReport}. */
    public static final String NODES = "likewire.nodes";

    /** Dead-lettered messages: see {@link io.likewire.contracts.operations.DeadLettersService}. */
    public static final String MESSAGES = "likewire.messages";

    private Addresses() {}
}
