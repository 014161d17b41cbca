package io.likewire.gateway.api;

import io.likewire.contracts.auth.Role;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * One line of the table of {@link Api}.
 *
 * @param path as the OpenAPI file writes it: {@code /api/products/{productId}}
 * @param id its operationId there
 * @param role who may call it; null: anybody
 */
record Operation(HttpMethod method, String path, String id, Role role, Handler<RoutingContext> handler) {
    static Operation get(String path, String id, Role role, Handler<RoutingContext> handler) {
        return new Operation(HttpMethod.GET, path, id, role, handler);
    }

    static Operation post(String path, String id, Role role, Handler<RoutingContext> handler) {
        return new Operation(HttpMethod.POST, path, id, role, handler);
    }

    static Operation put(String path, String id, Role role, Handler<RoutingContext> handler) {
        return new Operation(HttpMethod.PUT, path, id, role, handler);
    }

    static Operation patch(String path, String id, Role role, Handler<RoutingContext> handler) {
        return new Operation(HttpMethod.PATCH, path, id, role, handler);
    }

    static Operation delete(String path, String id, Role role, Handler<RoutingContext> handler) {
        return new Operation(HttpMethod.DELETE, path, id, role, handler);
    }

    /** In the form of Vert.x: {@code /api/products/:productId}. */
    String routePath() {
        return path.replace("{", ":").replace("}", "");
    }
}
