package io.likewire.gateway.api;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.edge.ApiPath;
import io.likewire.gateway.edge.Cors;
import io.likewire.gateway.edge.Problems;
import io.likewire.gateway.edge.UnwantedBody;
import io.likewire.gateway.identity.Authorization;
import io.likewire.gateway.pages.Pages;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;

/** Makes the router from the table of operations. Input is checked by the handlers, whose sentences are part of the contract. */
final class ApiRouter {
    private static final String OPERATION = "operationId";

    private final Authorization authorization;
    private final Cors cors;
    private final List<Operation> operations;
    private final AllowedMethods allowed;

    ApiRouter(Authorization authorization, Cors cors, List<Operation> operations) {
        this.authorization = authorization;
        this.cors = cors;
        this.operations = operations;
        this.allowed = new AllowedMethods(operations);
    }

    Router create(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(this::refuseUnknown);
        // Those with a name of their own before those with an id in its place.
        operations.stream()
                .sorted(Comparator.comparing(operation -> operation.path().contains("{")))
                .forEach(operation -> add(router, operation));
        router.options("/*").handler(this::sayWhatIsAllowed);
        Problems.answerFor(router, allowed::header, Pages.notFound());
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

    /** The router itself would let other spellings of a path past all that looks at it. */
    private void refuseUnknown(RoutingContext context) {
        String path = context.request().path();
        boolean slashed = path.length() > 1 && path.endsWith("/") && !ApiPath.is(path);
        if (slashed && Pages.redirect(context)) {
            return;
        }
        if (slashed || !path.equals(context.normalizedPath())) {
            context.fail(new Refusal(ProblemType.NOT_FOUND, ProblemType.NOT_FOUND.title()));
        } else if (allowed.refuses(context.request().method(), path)) {
            context.fail(405);
        } else {
            UnwantedBody.ignoreBody(context);
            context.next();
        }
    }

    /** For browsers of other sites, too. */
    private void sayWhatIsAllowed(RoutingContext context) {
        String path = context.request().path();
        String methods = allowed.header(path);
        if (methods == null && path.startsWith("/api/")) {
            context.fail(404);
            return;
        }
        if (methods == null) {
            methods = path.startsWith("/eventbus/") ? "GET, OPTIONS" : "GET, HEAD, OPTIONS";
        }
        cors.preflight(context.request(), methods);
        context.response()
                .putHeader(HttpHeaders.ALLOW, methods)
                .setStatusCode(204)
                .end();
    }
}
