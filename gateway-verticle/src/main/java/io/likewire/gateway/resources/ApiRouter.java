package io.likewire.gateway.resources;

import io.likewire.gateway.edge.Bodies;
import io.likewire.gateway.edge.ClientTimeouts;
import io.likewire.gateway.edge.Cors;
import io.likewire.gateway.edge.OptionsHandler;
import io.likewire.gateway.edge.Problems;
import io.likewire.gateway.identity.Authorization;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Makes the router from the table of operations. Input is checked by the handlers, whose sentences are part of the contract. */
final class ApiRouter {
    /** It takes larger bodies than others, and reads them when it knows the caller. */
    private static final String BATCH = "/api/products/batch";

    private static final String OPERATION = "operationId";

    private final Authorization authorization;
    private final Cors cors;
    private final ClientTimeouts timeouts;

    ApiRouter(Authorization authorization, Cors cors, ClientTimeouts timeouts) {
        this.authorization = authorization;
        this.cors = cors;
        this.timeouts = timeouts;
    }

    Router create(Vertx vertx, List<Operation> operations) {
        AllowedMethods allowed = new AllowedMethods(operations);
        Router router = Router.router(vertx);
        router.route().handler(context -> refuseUnknown(context, allowed));
        router.route().handler(new Bodies(timeouts.body(), Set.of(BATCH)));
        // Those with a name of their own before those with an id in its place.
        operations.stream()
                .sorted(Comparator.comparing(operation -> operation.path().contains("{")))
                .forEach(operation -> add(router, operation));
        router.options("/*").handler(new OptionsHandler(allowed::header, cors));
        Problems.answerFor(router, allowed::header);
        return router;
    }

    private void add(Router router, Operation operation) {
        Handler<RoutingContext> guarded = authorization.guard(operation.id(), operation.role(), operation.handler());
        router.route(operation.method(), operation.routePath())
                .putMetadata(OPERATION, operation.id())
                .handler(guarded);
        if (operation.method() == HttpMethod.GET) {
            router.head(operation.routePath()).handler(guarded);
        }
    }

    /** The router itself would let a slash at the end pass, and read a body before it refuses the method. */
    private static void refuseUnknown(RoutingContext context, AllowedMethods allowed) {
        String path = context.request().path();
        if (path.endsWith("/") && (path.startsWith("/api/") || path.startsWith("/flask/"))) {
            context.fail(404);
        } else if (allowed.refuses(context.request().method(), path)) {
            context.fail(405);
        } else {
            context.next();
        }
    }
}
