package io.likewire.gateway;

import io.likewire.contracts.auth.AuthClient;
import io.likewire.contracts.likes.LikesClient;
import io.likewire.contracts.operations.DeadLettersClient;
import io.likewire.contracts.products.ProductsClient;
import io.likewire.gateway.api.Api;
import io.likewire.gateway.edge.Bodies;
import io.likewire.gateway.edge.EdgeServer;
import io.likewire.gateway.identity.Authorization;
import io.likewire.gateway.identity.Cookies;
import io.likewire.gateway.identity.JwksPoller;
import io.likewire.gateway.identity.SessionCookies;
import io.likewire.gateway.identity.TrustedKeys;
import io.likewire.gateway.identity.Visitors;
import io.likewire.gateway.limits.Bulkheads;
import io.likewire.gateway.limits.Limits;
import io.likewire.gateway.lists.Conditions;
import io.likewire.gateway.lists.ProductCache;
import io.likewire.gateway.live.Push;
import io.likewire.gateway.pages.Pages;
import io.likewire.gateway.resources.operations.ClusterNodes;
import io.likewire.platform.launch.Node;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;
import java.time.Clock;

/** The edge: REST, live counts and pages on one port. */
public final class GatewayVerticle extends VerticleBase {
    private final GatewayConfig config;
    private final Node node;
    private EdgeServer edgeServer;
    private JwksPoller trust;
    private Push push;
    private ClusterNodes clusterNodes;
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
        Cookies cookies = new Cookies(edge.proxies());
        Visitors visitors = Visitors.create(config.visitorKey(), cookies, limits, identity.accountsOnly());
        TrustedKeys trustedKeys = new TrustedKeys(Clock.systemUTC());
        trust = new JwksPoller(vertx, auth, trustedKeys);
        edgeServer = new EdgeServer(
                vertx,
                config.host(),
                config.port(),
                edge.tls(),
                edge.cors(),
                edge.deadlines(),
                bulkheads::turnsAway,
                limits::request);
        ProductCache cache = new ProductCache(new ProductsClient(vertx, bulkheads));
        push = new Push(
                vertx,
                new LikesClient(vertx),
                config.patience(),
                config.socketsMax(),
                config.push(),
                edge.cors(),
                edge.proxies(),
                node.metrics());
        clusterNodes = new ClusterNodes(vertx);
        node.health().vital("http", edgeServer::listening);
        return new Api(
                        cache,
                        new LikesClient(vertx, bulkheads),
                        visitors,
                        new Conditions(config.requireIfMatch()),
                        edge.proxies(),
                        new Bodies(edge.deadlines().body(), edge.proxies()),
                        config.patience())
                .live(push.streams())
                .accounts(auth, trustedKeys, limits, new SessionCookies(cookies), identity.registrationOpen())
                .operations(clusterNodes, new DeadLettersClient(vertx))
                .router(
                        vertx,
                        new Authorization(trustedKeys, visitors, identity.tutorialMode(), edge.proxies()),
                        edge.cors())
                .map(api -> withPushAndPages(api, cache))
                .compose(router -> Future.all(push.open(cache::heard), trust.open(), clusterNodes.open())
                        .compose(ready -> edgeServer.open(router)));
    }

    /** Sockets first, so that browsers look for another gateway while this one still answers what it accepted. */
    @Override
    public Future<?> stop() {
        return push.close()
                .eventually(edgeServer::close)
                .eventually(trust::close)
                .eventually(clusterNodes::close);
    }

    /** The port, once started. */
    public int port() {
        return edgeServer.port();
    }

    /** Everything that is served, once started. */
    Router router() {
        return router;
    }

    private Router withPushAndPages(Router api, ProductCache cache) {
        push.mount(api);
        Pages.mount(api, cache, config.edge().proxies(), config.patience());
        return router = api;
    }
}
