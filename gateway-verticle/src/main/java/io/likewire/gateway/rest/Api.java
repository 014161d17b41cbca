package io.likewire.gateway.rest;

import static io.likewire.gateway.rest.ApiOperation.*;

import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.products.ProductsService;
import io.likewire.gateway.conditions.Conditions;
import io.likewire.gateway.http.Cors;
import io.likewire.gateway.http.Deadlines;
import io.likewire.gateway.lists.KeptPages;
import io.likewire.gateway.users.Users;
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

    /** @param patience how long a request may wait for the services */
    public Api(
            ProductsService owner,
            LikesService likes,
            Visitors visitors,
            Users users,
            Conditions conditions,
            Duration patience) {
        KeptPages products = new KeptPages(owner, ETags::of);
        ProductsResource product = new ProductsResource(products, patience);
        handlers.put(LIST_PRODUCTS, product::list);
        handlers.put(GET_PRODUCT, product::get);
        handlers.put(CREATE_PRODUCT, new LoopbackOnly(product::create));

        ProductEdits edits = new ProductEdits(products, conditions, patience);
        handlers.put(UPDATE_PRODUCT, new LoopbackOnly(edits::update));
        handlers.put(PATCH_PRODUCT, new LoopbackOnly(edits::patch));
        handlers.put(DELETE_PRODUCT, new LoopbackOnly(edits::delete));
        ProductBatches batches = new ProductBatches(products, patience);
        handlers.put(CREATE_PRODUCTS, new LoopbackOnly(new LargeBody(ProductBatches.BODY_MAX, batches::create)));
        handlers.put(EXPORT_PRODUCTS, new ProductExports(products, patience)::get);

        LikesResource like = new LikesResource(likes, visitors, patience);
        handlers.put(LIKE_PRODUCT, like::post);
        handlers.put(PUT_LIKE, like::put);
        handlers.put(DELETE_LIKE, like::delete);
        handlers.put(QUERY_LIKES, like::query);
        handlers.put(LIST_MY_LIKES, new MyLikes(likes, visitors, patience)::list);

        handlers.put(CREATE_VISITOR, new VisitorsResource(visitors)::create);
        handlers.put(GET_USER, new UserResource(users)::random);
        ProblemsResource problems = new ProblemsResource(ProblemPages.load());
        handlers.put(LIST_PROBLEMS, problems::list);
        handlers.put(GET_PROBLEM, problems::about);
        handlers.put(GET_HEALTH, new HealthResource(products, likes, patience)::report);
        RouteBounds.apply(handlers);
        ALIASES.forEach((alias, original) -> handlers.put(alias, handlers.get(original)));
    }

    /** Bound from outside: the push side answers it. */
    public Api streamingLikes(Handler<RoutingContext> streams) {
        handlers.put(STREAM_LIKES, streams);
        return this;
    }

    /** Fails when the OpenAPI file and the handlers differ. */
    public Future<Router> router(Vertx vertx, Cors cors, Deadlines deadlines) {
        return vertx.fileSystem()
                .readFile(DocsResource.PAGE)
                .onSuccess(page -> handlers.put(GET_DOCS, new DocsResource(page)::get))
                .compose(page -> vertx.fileSystem().readFile(CONTRACT))
                .compose(yaml -> {
                    handlers.put(GET_CONTRACT, new ContractResource(yaml)::get);
                    return ContractFile.load(vertx, yaml.toString());
                })
                .map(contract -> new ApiRouter(contract, handlers, cors, deadlines).create(vertx));
    }
}
