package io.likewire.gateway.resources;

import static io.likewire.gateway.resources.ApiOperation.*;

import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.operations.DeadLettersService;
import io.likewire.contracts.products.ProductsService;
import io.likewire.gateway.edge.ClientTimeouts;
import io.likewire.gateway.edge.Cors;
import io.likewire.gateway.edge.Proxies;
import io.likewire.gateway.identity.Authorization;
import io.likewire.gateway.identity.Cookies;
import io.likewire.gateway.identity.SessionCookies;
import io.likewire.gateway.identity.TrustedKeys;
import io.likewire.gateway.identity.VisitorLikesMerge;
import io.likewire.gateway.identity.Visitors;
import io.likewire.gateway.limits.Limits;
import io.likewire.gateway.lists.Conditions;
import io.likewire.gateway.lists.PageCache;
import io.likewire.gateway.pages.ProblemPages;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The REST side of the gateway: which operation of the OpenAPI file is answered where. */
public final class Api {
    private static final String CONTRACT = "openapi/likewire.yaml";
    private final Map<ApiOperation, Handler<RoutingContext>> handlers = new EnumMap<>(ApiOperation.class);
    private final ProductsService products;
    private final LikesService likes;
    private final Visitors visitors;
    private final Duration patience;

    /** @param patience how long a request may wait for the services */
    public Api(ProductsService owner, LikesService likes, Visitors visitors, Conditions conditions, Duration patience) {
        this.products = owner;
        this.likes = likes;
        this.visitors = visitors;
        this.patience = patience;
        PageCache kept = new PageCache(owner, ETags::of);
        ProductsResource product = new ProductsResource(kept, patience);
        handlers.put(LIST_PRODUCTS, product::list);
        handlers.put(GET_PRODUCT, product::get);
        handlers.put(CREATE_PRODUCT, product::create);

        ProductEdits edits = new ProductEdits(kept, conditions, patience);
        handlers.put(UPDATE_PRODUCT, edits::update);
        handlers.put(PATCH_PRODUCT, edits::patch);
        handlers.put(DELETE_PRODUCT, edits::delete);
        ProductBatches batches = new ProductBatches(kept, patience);
        handlers.put(CREATE_PRODUCTS, new LargeBodyHandler(ProductBatches.BODY_MAX, batches::create));

        LikesResource like = new LikesResource(likes, visitors, patience);
        handlers.put(LIKE_PRODUCT, like::post);
        handlers.put(PUT_LIKE, like::put);
        handlers.put(DELETE_LIKE, like::delete);
        handlers.put(QUERY_LIKES, like::query);
        handlers.put(LIST_MY_LIKES, new MyLikes(likes, visitors, patience)::list);

        handlers.put(CREATE_VISITOR, new VisitorsResource(visitors)::create);
        ProblemsResource problems = new ProblemsResource(ProblemPages.load());
        handlers.put(LIST_PROBLEMS, problems::list);
        handlers.put(GET_PROBLEM, problems::about);
    }

    /** Answers that go on. @param likes counts as they change, which the push side tells */
    public Api streams(Handler<RoutingContext> likes, Proxies proxies) {
        handlers.put(STREAM_LIKES, likes);
        handlers.put(EXPORT_PRODUCTS, new ProductExports(products, proxies, patience)::get);
        return this;
    }

    /** Who has an account, and what it takes to get in. */
    public Api accounts(
            AuthService auth, TrustedKeys trustedKeys, Limits limits, Proxies proxies, boolean registrationOpen) {
        VisitorLikesMerge follow = new VisitorLikesMerge(likes, visitors, patience);
        AuthResource session =
                new AuthResource(auth, limits, follow, new SessionCookies(new Cookies(proxies)), registrationOpen);
        handlers.put(REGISTER, session::register);
        handlers.put(LOGIN, session::login);
        handlers.put(REFRESH, session::refresh);
        handlers.put(LOGOUT, session::logout);
        handlers.put(CHANGE_PASSWORD, session::changePassword);
        handlers.put(WHO_AM_I, session::me);
        handlers.put(GET_KEYS, new KeysResource(trustedKeys)::get);
        UsersResource users = new UsersResource(auth, patience);
        handlers.put(LIST_USERS, users::list);
        handlers.put(CHANGE_USER, users::change);
        handlers.put(GET_USER, users::random);
        handlers.put(GET_HEALTH, new HealthResource(products, likes, auth, patience)::report);
        return this;
    }

    /** For administrators. */
    public Api operations(ClusterNodes clusterNodes, DeadLettersService messages) {
        ClusterResource cluster = new ClusterResource(clusterNodes, messages);
        handlers.put(LIST_NODES, cluster::nodes);
        handlers.put(LIST_MESSAGES, cluster::list);
        handlers.put(REPLAY_MESSAGES, cluster::replay);
        handlers.put(DROP_MESSAGES, cluster::drop);
        return this;
    }

    /** Fails when the OpenAPI file and the handlers differ. */
    public Future<Router> router(Vertx vertx, Authorization authorization, Cors cors, ClientTimeouts clientTimeouts) {
        RouteLimits.apply(handlers);
        ALIASES.forEach((alias, original) -> handlers.put(alias, handlers.get(original)));
        return vertx.fileSystem()
                .readFile(DocsResource.PAGE)
                .onSuccess(page -> handlers.put(GET_DOCS, new DocsResource(page)::get))
                .compose(page -> vertx.fileSystem().readFile(CONTRACT))
                .compose(yaml -> {
                    handlers.put(GET_CONTRACT, new ContractResource(yaml)::get);
                    return ContractFile.load(vertx, yaml.toString());
                })
                .map(contract -> new ApiRouter(contract, handlers, authorization, cors, clientTimeouts).create(vertx));
    }
}
