package io.likewire.gateway.api;

import static io.likewire.contracts.auth.Role.ADMIN;
import static io.likewire.contracts.auth.Role.USER;
import static io.likewire.gateway.api.ConcurrencyLimit.atMost;
import static io.likewire.gateway.api.ConcurrencyLimit.sharedByClients;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.auth.Role;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.operations.DeadLettersService;
import io.likewire.contracts.products.ProductsService;
import io.likewire.gateway.edge.Bodies;
import io.likewire.gateway.edge.Cors;
import io.likewire.gateway.edge.Proxies;
import io.likewire.gateway.identity.Authorization;
import io.likewire.gateway.identity.SessionCookies;
import io.likewire.gateway.identity.TrustedKeys;
import io.likewire.gateway.identity.VisitorLikesFollow;
import io.likewire.gateway.identity.Visitors;
import io.likewire.gateway.limits.Limits;
import io.likewire.gateway.lists.Conditions;
import io.likewire.gateway.lists.ProductCache;
import io.likewire.gateway.resources.accounts.AuthResource;
import io.likewire.gateway.resources.accounts.KeysResource;
import io.likewire.gateway.resources.accounts.UsersResource;
import io.likewire.gateway.resources.documents.DocumentsResource;
import io.likewire.gateway.resources.likes.LikesResource;
import io.likewire.gateway.resources.operations.ClusterNodes;
import io.likewire.gateway.resources.operations.ClusterResource;
import io.likewire.gateway.resources.operations.HealthResource;
import io.likewire.gateway.resources.products.ProductExports;
import io.likewire.gateway.resources.products.ProductImports;
import io.likewire.gateway.resources.products.ProductsResource;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The table of all operations: address, operationId, who may call it, how many at once, and what answers. */
public final class Api {
    private static final String CONTRACT = "openapi/likewire.yaml";
    private static final Role ANYBODY = null;

    private final List<Operation> operations = new ArrayList<>();
    private final ProductsService products;
    private final ProductCache cache;
    private final LikesService likes;
    private final Visitors visitors;
    private final Proxies proxies;
    private final Bodies bodies;
    private final Duration patience;

    /** @param patience how long a request may wait for the services */
    public Api(
            ProductCache cache,
            LikesService likes,
            Visitors visitors,
            Conditions conditions,
            Proxies proxies,
            Bodies bodies,
            Duration patience) {
        this.products = cache.owner();
        this.cache = cache;
        this.likes = likes;
        this.visitors = visitors;
        this.proxies = proxies;
        this.bodies = bodies;
        this.patience = patience;
        products(conditions);
        likes();
    }

    private void products(Conditions conditions) {
        ProductsResource product = new ProductsResource(cache, conditions, patience);
        ProductImports imports = new ProductImports(products, cache, patience);
        ProductExports exports = new ProductExports(products, proxies, patience);
        Handler<RoutingContext> list = sharedByClients(128, proxies, product::list);
        Handler<RoutingContext> batch = atMost(4, bodies.before(ProductsResource.BATCH_BODY_MAX, product::createAll));
        Handler<RoutingContext> importing = atMost(2, bodies.before(ProductImports.BODY_MAX, imports::create));

        add(GET, "/api/products", "listProducts", ANYBODY, list);
        add(GET, "/flask/api/products", "listProductsAlias", ANYBODY, list);
        add(GET, "/api/products/export", "exportProducts", ANYBODY, exports::get);
        add(GET, "/api/products/{productId}", "getProduct", ANYBODY, product::get);
        add(POST, "/api/products", "createProduct", ADMIN, bodies.before(product::create));
        add(POST, "/api/products/batch", "createProducts", ADMIN, batch);
        add(POST, "/api/products/import", "importProducts", ADMIN, importing);
        add(PUT, "/api/products/{productId}", "updateProduct", ADMIN, bodies.before(product::update));
        add(PATCH, "/api/products/{productId}", "patchProduct", ADMIN, bodies.before(product::patch));
        add(DELETE, "/api/products/{productId}", "deleteProduct", ADMIN, product::delete);
    }

    private void likes() {
        LikesResource like = new LikesResource(likes, visitors, cache::heard, patience);

        add(POST, "/api/products/{productId}/like", "likeProduct", ANYBODY, bodies.before(like::post));
        add(POST, "/flask/api/products/{productId}/like", "likeProductAlias", ANYBODY, bodies.before(like::post));
        add(PUT, "/api/products/{productId}/like", "putLike", ANYBODY, bodies.before(like::put));
        add(DELETE, "/api/products/{productId}/like", "deleteLike", ANYBODY, like::delete);
        add(POST, "/api/likes/query", "queryLikes", ANYBODY, bodies.before(sharedByClients(256, proxies, like::query)));
        add(GET, "/api/me/likes", "listMyLikes", ANYBODY, sharedByClients(128, proxies, like::mine));
        add(POST, "/api/visitors", "createVisitor", ANYBODY, bodies.before(like::visitor));
    }

    private void documents(DocumentsResource documents) {
        add(GET, "/openapi.yaml", "getContract", ANYBODY, documents::contract);
        add(GET, "/docs", "getDocs", ANYBODY, documents::docs);
        add(GET, "/problems", "listProblems", ANYBODY, documents::problems);
        add(GET, "/problems/{problem}", "getProblem", ANYBODY, documents::problem);
    }

    /** @param counts the stream of counts as they change */
    public Api live(Handler<RoutingContext> counts) {
        return add(GET, "/api/likes/stream", "streamLikes", ANYBODY, counts);
    }

    /** Who has an account, and what it takes to get in. */
    public Api accounts(
            AuthService auth, TrustedKeys keys, Limits limits, SessionCookies cookies, boolean registrationOpen) {
        VisitorLikesFollow merge = new VisitorLikesFollow(likes, visitors, patience);
        UsersResource users = new UsersResource(auth, patience);
        AuthResource session = new AuthResource(auth, users, limits, merge, cookies, registrationOpen);
        Handler<RoutingContext> health =
                sharedByClients(32, proxies, new HealthResource(products, likes, auth, patience)::report);

        add(GET, "/api/auth/register", "getRegistration", ANYBODY, session::registration);
        add(POST, "/api/auth/register", "register", ANYBODY, bodies.before(session::register));
        add(POST, "/api/auth/login", "login", ANYBODY, bodies.before(session::login));
        add(POST, "/api/auth/refresh", "refresh", ANYBODY, bodies.before(session::refresh));
        add(POST, "/api/auth/logout", "logout", ANYBODY, bodies.before(session::logout));
        add(POST, "/api/auth/password", "changePassword", USER, bodies.before(session::changePassword));
        add(GET, "/api/auth/me", "whoAmI", USER, session::me);
        add(GET, "/.well-known/jwks.json", "getKeys", ANYBODY, new KeysResource(keys)::get);
        add(GET, "/api/users", "listUsers", ADMIN, users::list);
        add(POST, "/api/users", "createUser", ADMIN, bodies.before(users::create));
        add(PATCH, "/api/users/{userId}", "changeUser", ADMIN, bodies.before(users::change));
        add(GET, "/api/user", "getUser", ANYBODY, users::random);
        add(GET, "/api/health", "getHealth", ANYBODY, health);
        return add(GET, "/flask/api/health", "getHealthAlias", ANYBODY, health);
    }

    /** For administrators. */
    public Api operations(ClusterNodes nodes, DeadLettersService deadLetters) {
        ClusterResource cluster = new ClusterResource(nodes, deadLetters);
        String messages = "/api/operations/messages/{lot}";

        add(GET, "/api/operations/nodes", "listNodes", ADMIN, cluster::nodes);
        add(GET, messages, "listMessages", ADMIN, atMost(8, cluster::list));
        add(POST, messages + "/replay", "replayMessages", ADMIN, bodies.before(atMost(2, cluster::replay)));
        return add(POST, messages + "/drop", "dropMessages", ADMIN, bodies.before(atMost(2, cluster::drop)));
    }

    public Future<Router> router(Vertx vertx, Authorization authorization, Cors cors) {
        return vertx.fileSystem()
                .readFile(CONTRACT)
                .compose(yaml -> vertx.executeBlocking(() -> new DocumentsResource(yaml, proxies)))
                .onSuccess(this::documents)
                .map(documents -> new ApiRouter(authorization, cors, operations).create(vertx));
    }

    private Api add(HttpMethod method, String path, String id, Role role, Handler<RoutingContext> handler) {
        operations.add(new Operation(method, path, id, role, handler));
        return this;
    }
}
