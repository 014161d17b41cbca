package io.likewire.gateway.resources;

import io.likewire.gateway.edge.Bodies;
import io.likewire.gateway.edge.ClientTimeouts;
import io.likewire.gateway.edge.Cors;
import io.likewire.gateway.edge.OptionsHandler;
import io.likewire.gateway.edge.Problems;
import io.likewire.gateway.identity.Authorization;
import io.likewire.gateway.identity.RequiredRole;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the router from the OpenAPI file. Input is checked by the handlers, whose sentences are part of the contract. */
final class ApiRouter {
    /** It takes larger bodies than others, and reads them when it knows the caller. */
    private static final String BATCH = "/api/products/batch";

    private final OpenAPIContract contract;
    private final Map<String, Handler<RoutingContext>> handlers;
    private final Cors cors;
    private final ClientTimeouts clientTimeouts;

    ApiRouter(
            OpenAPIContract contract,
            Map<ApiOperation, Handler<RoutingContext>> handlers,
            Authorization authorization,
            Cors cors,
            ClientTimeouts clientTimeouts) {
        this.contract = contract;
        this.cors = cors;
        this.clientTimeouts = clientTimeouts;
        this.handlers = new EnumMap<>(handlers)
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                e -> e.getKey().id(),
                                e -> guarded(authorization, e.getKey().id(), e.getValue())));
    }

    private Handler<RoutingContext> guarded(
            Authorization authorization, String operation, Handler<RoutingContext> handler) {
        Operation described = contract.operation(operation);
        return described == null
                ? handler
                : authorization.guard(
                        operation, RequiredRole.of(described.getOpenAPIModel(), contract.getRawContract()), handler);
    }

    Router create(Vertx vertx) {
        requireSameOperations();
        RouterBuilder builder = RouterBuilder.create(vertx, contract)
                .rootHandler(ApiRouter::refuseTrailingSlash)
                .rootHandler(new ExactPaths(contract))
                .rootHandler(new Bodies(clientTimeouts.body(), Set.of(BATCH)));
        builder.getRoutes().forEach(route -> route.setDoValidation(false)
                .setDoSecurity(false)
                .addHandler(handlers.get(route.getOperation().getOperationId())));
        Router router = builder.createRouter();
        contract.getPaths().forEach(path -> answerHead(router, path));
        AllowedMethods allowedMethods = new AllowedMethods(contract);
        router.options("/*").handler(new OptionsHandler(allowedMethods::methods, cors));
        Problems.answerFor(router, allowedMethods::methods);
        return router;
    }

    private void requireSameOperations() {
        Set<String> specified = contract.operations().stream()
                .map(Operation::getOperationId)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> bound = new TreeSet<>(handlers.keySet());
        if (!specified.equals(bound)) {
            throw new IllegalStateException(
                    "Expected a handler for each of the operations " + specified + ", but there are " + bound);
        }
    }

    private void answerHead(Router router, Path path) {
        path.getOperations().stream()
                .filter(operation -> operation.getHttpMethod() == HttpMethod.GET)
                .forEach(get -> router.head(path.getName().replace("{", ":").replace("}", ""))
                        .handler(handlers.get(get.getOperationId())));
    }

    /** The router itself would let one pass. */
    private static void refuseTrailingSlash(RoutingContext context) {
        String path = context.request().path();
        if (path.endsWith("/") && (path.startsWith("/api/") || path.startsWith("/flask/"))) {
            context.fail(404);
            return;
        }
        context.next();
    }
}
