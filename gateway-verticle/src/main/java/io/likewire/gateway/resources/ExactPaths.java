package io.likewire.gateway.resources;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps a path that has a name of its own from passing for an id: {@code GET /api/products/batch} is no product named
 * "batch", but a method that this address does not take.
 */
final class ExactPaths implements Handler<RoutingContext> {
    private final Map<String, Set<HttpMethod>> methods;

    ExactPaths(OpenAPIContract contract) {
        methods = contract.getPaths().stream()
                .filter(path -> !path.getName().contains("{"))
                .collect(Collectors.toMap(path -> path.getName(), path -> path.getOperations().stream()
                        .map(Operation::getHttpMethod)
                        .collect(Collectors.toSet())));
    }

    @Override
    public void handle(RoutingContext context) {
        Set<HttpMethod> known = methods.get(context.request().path());
        HttpMethod method = context.request().method();
        HttpMethod asked = method == HttpMethod.HEAD ? HttpMethod.GET : method;
        if (known == null || known.contains(asked) || method == HttpMethod.OPTIONS) {
            context.next();
        } else {
            context.fail(405);
        }
    }
}
