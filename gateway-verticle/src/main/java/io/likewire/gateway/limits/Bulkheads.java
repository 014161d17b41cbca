package io.likewire.gateway.limits;

import io.likewire.contracts.auth.AuthClient;
import io.likewire.contracts.bus.Addresses;
import io.likewire.contracts.bus.BusClient;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.CallInterceptor;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.contracts.products.ProductsClient;
import io.likewire.gateway.edge.ApiPath;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.Function;

/**
 * Which calls share a bulkhead, and which requests will need it. What is slow in one of them, or fails there, takes nothing
 * from the others. Health, trust and what administrators do with dead letters pass without.
 */
public final class Bulkheads implements CallInterceptor {
    /** How many times longer than others batches may take. */
    public static final int BULK_PATIENCE = 7;

    private static final String PRODUCT_PATH = "/api/products";
    private static final String ALIASES = "/flask";

    private final Vertx vertx;
    private final EventLoopLag lag;
    private final MeterRegistry metrics;
    private final Bulkhead products;
    private final Bulkhead searches;
    private final Bulkhead bulk;
    private final Bulkhead likes;
    private final Bulkhead likeQueries;
    private final Bulkhead passwords;
    private final Bulkhead accounts;

    /** @param patience how long a call may take */
    public Bulkheads(Vertx vertx, Duration patience, MeterRegistry metrics) {
        this.vertx = vertx;
        this.lag = new EventLoopLag(vertx);
        this.metrics = metrics;
        products = bulkhead("products", "products", new ConcurrencyRange(16, 256), patience);
        // Two run at once at a node.
        searches = bulkhead("products", "searches", new ConcurrencyRange(2, 64), patience);
        // Four batches and four exports: long by nature, which says nothing about how busy the service is.
        bulk = bulkhead("products", "bulk", new ConcurrencyRange(8, 8), patience.multipliedBy(BULK_PATIENCE));
        // Two of the likes side's batches: one runs while the next gathers. A slow one takes as long with many as with
        // few.
        likes = bulkhead("likes", "likes", new ConcurrencyRange(64, 512), patience);
        likeQueries = bulkhead("likes", "like-queries", new ConcurrencyRange(16, 256), patience);
        passwords = bulkhead("auth", "passwords", ConcurrencyRange.ofProcessors(), patience);
        accounts = bulkhead("auth", "accounts", new ConcurrencyRange(16, 128), patience);
    }

    private Bulkhead bulkhead(String service, String name, ConcurrencyRange range, Duration patience) {
        return new Bulkhead(vertx, service, name, range, patience, lag, metrics);
    }

    @Override
    public <T> Future<T> intercept(String address, String action, Call call, Function<Call, Future<T>> ask) {
        Bulkhead bulkhead = ofCall(address, action);
        if (bulkhead == null) {
            return ask.apply(call);
        }
        if (bulkhead == likes) {
            return action.equals(LikesClient.COMMANDS) ? likes.guard(call, ask) : likes.admit(call, ask);
        }
        return bulkhead.call(call, ask);
    }

    /** Whether the call that the request would lead to is refused anyway: told by its path and query alone. */
    public boolean turnsAway(HttpServerRequest request) {
        Bulkhead bulkhead = ofRequest(request.path(), request.query());
        if (bulkhead == null || !bulkhead.full()) {
            return false;
        }
        bulkhead.turnedAway();
        return true;
    }

    Bulkhead ofCall(String address, String action) {
        if (action.equals(BusClient.HEALTH)) {
            return null;
        }
        return switch (address) {
            case Addresses.PRODUCTS ->
                switch (action) {
                    case ProductsClient.SEARCH -> searches;
                    case ProductsClient.CREATE_ALL, ProductsClient.EXPORT -> bulk;
                    default -> products;
                };
            case Addresses.LIKES ->
                switch (action) {
                    case LikesClient.LIKE, LikesClient.UNLIKE, LikesClient.COMMANDS -> likes;
                    default -> likeQueries;
                };
            case Addresses.AUTH ->
                switch (action) {
                    case AuthClient.REGISTER, AuthClient.LOGIN, AuthClient.CHANGE_PASSWORD -> passwords;
                    case AuthClient.TRUST -> null;
                    default -> accounts;
                };
            default -> null;
        };
    }

    Bulkhead ofRequest(String requested, String query) {
        if (requested == null) {
            return null;
        }
        String plain = ApiPath.plain(requested);
        String path = plain.startsWith(ALIASES) ? plain.substring(ALIASES.length()) : plain;
        if (path.startsWith(PRODUCT_PATH)) {
            return ofProducts(path, query);
        }
        if (path.startsWith("/api/auth/")) {
            return switch (path) {
                case "/api/auth/login", "/api/auth/register", "/api/auth/password" -> passwords;
                default -> accounts;
            };
        }
        return path.startsWith("/api/likes/") || path.equals("/api/me/likes") ? likeQueries : null;
    }

    private Bulkhead ofProducts(String path, String query) {
        if (path.endsWith("/like")) {
            return likes;
        }
        if (path.equals("/api/products/batch")
                || path.equals("/api/products/import")
                || path.equals("/api/products/export")) {
            return bulk;
        }
        boolean search = query != null
                && path.length() == PRODUCT_PATH.length()
                && (query.startsWith("q=") || query.contains("&q="));
        return search ? searches : products;
    }
}
