package io.likewire.gateway.rest;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.input.ClientAddress;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Lets only this machine through: the catalogue has no administrators yet. A proxy here speaks for others, and a foreign
 * host name that leads here is a page that tries to pass for local.
 */
record LoopbackOnly(Handler<RoutingContext> handler) implements Handler<RoutingContext> {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    @Override
    public void handle(RoutingContext context) {
        if (!isLocal(context.request())) {
            throw new Refusal(ProblemType.FORBIDDEN, "Products change from this machine only");
        }
        handler.handle(context);
    }

    private static boolean isLocal(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return ClientAddress.of(request).isLoopback()
                && authority != null
                && OWN_NAMES.contains(authority.host())
                && !request.headers().contains("X-Forwarded-For")
                && !request.headers().contains("Forwarded");
    }
}
