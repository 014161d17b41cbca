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
    /** In the form of Vert.x: {@code /api/products/:productId}. */
    String routePath() {
        return path.replace("{", ":").replace("}", "");
    }
}
