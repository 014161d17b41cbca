package io.likewire.gateway.edge;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/**
 * Answers OPTIONS: what may be done at an address, for browsers of other sites too.
 *
 * @param allowed the methods of a path; null when the OpenAPI file has no such path
 */
public record OptionsHandler(Function<String, String> allowed, Cors cors) implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String methods = methods(request.path());
        if (methods == null) {
            context.fail(404);
            return;
        }
        cors.preflight(request, methods);
        context.response()
                .putHeader(HttpHeaders.ALLOW, methods)
                .setStatusCode(204)
                .end();
    }

    private String methods(String path) {
        String methods = allowed.apply(path);
        if (methods != null || path.startsWith("/api/")) {
            return methods;
        }
        return path.startsWith("/eventbus/") ? "GET, OPTIONS" : "GET, HEAD, OPTIONS";
    }
}
