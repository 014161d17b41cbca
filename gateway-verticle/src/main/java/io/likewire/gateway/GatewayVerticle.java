package io.likewire.gateway;

import io.likewire.contracts.auth.AuthClient;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.contracts.operations.MessagesClient;
import io.likewire.contracts.products.ProductsClient;
import io.likewire.gateway.access.Access;
import io.likewire.gateway.access.TrustSource;
import io.likewire.gateway.access.Trusted;
import io.likewire.gateway.bulkheads.Bulkheads;
import io.likewire.gateway.conditions.Conditions;
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
        Bulkheads bulkheads = new Bulkheads(vertx, config.patience(), node.metrics());
        AuthClient auth = new AuthClient(vertx, bulkheads);
        EdgeConfig edge = config.edge();
        Limits limits = edge.newLimits();
        IdentityConfig identity = config.identity();
        Visitors visitors = Visitors.create(config.visitorKey(), edge.proxies(), limits, identity.accountsOnly());
        Trusted trusted = new Trusted(Clock.systemUTC());
        trust = new TrustSource(vertx, auth, trusted);
        front = new Front(
                vertx,
                config.host(),
                config.port(),
                edge.tls(),
                edge.cors(),
                edge.deadlines(),
                bulkheads::turnsAway,
                limits::request);
        push = new Push(
                vertx,
                new LikesClient(vertx),
                config.patience(),
                config.socketsMax(),
                config.push(),
                edge.cors(),
                edge.proxies(),
                node.metrics());
        nodes = new Nodes(vertx);
        node.health().vital("http", front::listening);
        return new Api(
                        new ProductsClient(vertx, bulkheads),
                        new LikesClient(vertx, bulkheads),
                        visitors,
                        new Conditions(config.requireIfMatch()),
                        config.patience())
                .streams(push.streams(), edge.proxies())
                .accounts(auth, trusted, limits, edge.proxies(), identity.registrationOpen())
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
