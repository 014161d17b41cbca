package io.likewire.gateway.rest;

import static io.likewire.gateway.rest.ApiOperation.*;

import io.likewire.contracts.auth.AuthService;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.operations.MessagesService;
import io.likewire.contracts.products.ProductsService;
import io.likewire.gateway.access.Access;
import io.likewire.gateway.access.Trusted;
import io.likewire.gateway.auth.SessionCookies;
import io.likewire.gateway.auth.VisitorsLikes;
import io.likewire.gateway.conditions.Conditions;
import io.likewire.gateway.http.Cors;
import io.likewire.gateway.http.Deadlines;
import io.likewire.gateway.input.Cookies;
import io.likewire.gateway.input.Proxies;
import io.likewire.gateway.limits.Limits;
import io.likewire.gateway.lists.KeptPages;
import io.likewire.gateway.operations.Nodes;
import io.likewire.gateway.visitors.Visitors;
import io.likewire.gateway.web.ProblemPages;
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
        KeptPages kept = new KeptPages(owner, ETags::of);
        ProductsResource product = new ProductsResource(kept, patience);
        handlers.put(LIST_PRODUCTS, product::list);
        handlers.put(GET_PRODUCT, product::get);
        handlers.put(CREATE_PRODUCT, product::create);

        ProductEdits edits = new ProductEdits(kept, conditions, patience);
        handlers.put(UPDATE_PRODUCT, edits::update);
        handlers.put(PATCH_PRODUCT, edits::patch);
        handlers.put(DELETE_PRODUCT, edits::delete);
        ProductBatches batches = new ProductBatches(kept, patience);
        handlers.put(CREATE_PRODUCTS, new LargeBody(ProductBatches.BODY_MAX, batches::create));

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
    public Api accounts(AuthService auth, Trusted trusted, Limits limits, Proxies proxies, boolean registrationOpen) {
        VisitorsLikes follow = new VisitorsLikes(likes, visitors, patience);
        AuthResource session =
                new AuthResource(auth, limits, follow, new SessionCookies(new Cookies(proxies)), registrationOpen);
        handlers.put(REGISTER, session::register);
        handlers.put(LOGIN, session::login);
        handlers.put(REFRESH, session::refresh);
        handlers.put(LOGOUT, session::logout);
        handlers.put(CHANGE_PASSWORD, session::changePassword);
        handlers.put(WHO_AM_I, session::me);
        handlers.put(GET_KEYS, new KeysResource(trusted)::get);
        UsersResource users = new UsersResource(auth, patience);
        handlers.put(LIST_USERS, users::list);
        handlers.put(CHANGE_USER, users::change);
        handlers.put(GET_USER, users::random);
        handlers.put(GET_HEALTH, new HealthResource(products, likes, auth, patience)::report);
        return this;
    }

    /** For administrators. */
    public Api operations(Nodes nodes, MessagesService messages) {
        ClusterResource cluster = new ClusterResource(nodes, messages);
        handlers.put(LIST_NODES, cluster::nodes);
        handlers.put(LIST_MESSAGES, cluster::list);
        handlers.put(REPLAY_MESSAGES, cluster::replay);
        handlers.put(DROP_MESSAGES, cluster::drop);
        return this;
    }

    /** Fails when the OpenAPI file and the handlers differ. */
    public Future<Router> router(Vertx vertx, Access access, Cors cors, Deadlines deadlines) {
        RouteBounds.apply(handlers);
        ALIASES.forEach((alias, original) -> handlers.put(alias, handlers.get(original)));
        return vertx.fileSystem()
                .readFile(DocsResource.PAGE)
                .onSuccess(page -> handlers.put(GET_DOCS, new DocsResource(page)::get))
                .compose(page -> vertx.fileSystem().readFile(CONTRACT))
                .compose(yaml -> {
                    handlers.put(GET_CONTRACT, new ContractResource(yaml)::get);
                    return ContractFile.load(vertx, yaml.toString());
                })
                .map(contract -> new ApiRouter(contract, handlers, access, cors, deadlines).create(vertx));
    }
}
