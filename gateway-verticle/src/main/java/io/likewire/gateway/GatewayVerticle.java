package io.likewire.gateway;

import io.likewire.contracts.auth.AuthClient;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.contracts.operations.MessagesClient;
import io.likewire.contracts.products.ProductsClient;
import io.likewire.gateway.access.Access;
import io.likewire.gateway.access.TrustSource;
import io.likewire.gateway.access.Trusted;
import io.likewire.gateway.conditions.Conditions;
import io.likewire.gateway.guard.Guard;
import io.likewire.gateway.guard.GuardedAuth;
import io.likewire.gateway.guard.GuardedLikes;
import io.likewire.gateway.guard.GuardedProducts;
import io.likewire.gateway.guard.Lag;
import io.likewire.gateway.guard.Room;
import io.likewire.gateway.guard.Shedding;
import io.likewire.gateway.http.Front;
import io.likewire.gateway.limits.Limits;
import io.likewire.gateway.operations.Nodes;
import io.likewire.gateway.push.Push;
import io.likewire.gateway.rest.Api;
import io.likewire.gateway.visitors.Visitors;
import io.likewire.gateway.web.Pages;
import io.likewire.platform.launch.Node;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;
import java.time.Clock;

/** The edge: REST, live counts and pages on one port. */
public final class GatewayVerticle extends VerticleBase {
    /** Two of the likes side's batches: one runs while the next gathers. A slow one takes as long with many as with few. */
    private static final Room LIKES_AT_ONCE = new Room(64, 512);

    private static final Room PRODUCTS_AT_ONCE = new Room(16, 256);
    private static final Room PASSWORDS_AT_ONCE = Room.ofProcessors();
    private final GatewayConfig config;
    private final Node node;
    private Front front;
    private TrustSource trust;
    private Push push;
    private Nodes nodes;
    private Router router;

    public GatewayVerticle(GatewayConfig config, Node node) {
        this.config = config;
        this.node = node;
    }

    @Override
    public Future<?> start() {
        LikesClient likes = new LikesClient(vertx);
        ProductsClient products = new ProductsClient(vertx);
        EdgeConfig edge = config.edge();
        Limits limits = edge.newLimits();
        IdentityConfig identity = config.identity();
        Visitors visitors = Visitors.create(config.visitorKey(), edge.proxies(), limits, identity.accountsOnly());
        AuthClient auth = new AuthClient(vertx);
        Trusted trusted = new Trusted(Clock.systemUTC());
        trust = new TrustSource(vertx, auth, trusted);
        Lag lag = new Lag(vertx);
        Guard likesGuard = new Guard(vertx, "likes", LIKES_AT_ONCE, config.patience(), lag, node.metrics());
        Guard productsGuard = new Guard(vertx, "products", PRODUCTS_AT_ONCE, config.patience(), lag, node.metrics());
        Guard passwords = new Guard(vertx, "auth", PASSWORDS_AT_ONCE, config.patience(), lag, node.metrics());
        front = new Front(
                vertx,
                config.host(),
                config.port(),
                edge.tls(),
                edge.cors(),
                edge.deadlines(),
                new Shedding(productsGuard, likesGuard, passwords)::turnsAway,
                limits::request);
        push = new Push(
                vertx,
                likes,
                config.patience(),
                config.socketsMax(),
                config.push(),
                edge.cors(),
                edge.proxies(),
                node.metrics());
        nodes = new Nodes(vertx);
        node.health().vital("http", front::listening);
        return new Api(
                        new GuardedProducts(products, productsGuard),
                        new GuardedLikes(likes, likesGuard),
                        visitors,
                        new Conditions(config.requireIfMatch()),
                        config.patience())
                .streams(push.streams(), edge.proxies())
                .accounts(
                        new GuardedAuth(auth, passwords), trusted, limits, edge.proxies(), identity.registrationOpen())
                .operations(nodes, new MessagesClient(vertx))
                .router(
                        vertx,
                        Access.create(trusted, visitors::check, identity.tutorialMode(), edge.proxies()),
                        edge.cors(),
                        edge.deadlines())
                .map(this::withPushAndPages)
                .compose(router ->
                        Future.all(push.open(), trust.open(), nodes.open()).compose(ready -> front.open(router)));
    }

    /** Sockets first, so that browsers look for another gateway while this one still answers what it accepted. */
    @Override
    public Future<?> stop() {
        return push.close().eventually(front::close).eventually(trust::close).eventually(nodes::close);
    }

    /** The port, once started. */
    public int port() {
        return front.port();
    }

    /** Everything that is served, once started. */
    Router router() {
        return router;
    }

    private Router withPushAndPages(Router api) {
        push.mount(api);
        Pages.mount(api);
        return router = api;
    }
}
