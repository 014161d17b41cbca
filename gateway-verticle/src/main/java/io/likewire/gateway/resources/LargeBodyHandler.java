package io.likewire.gateway.resources;

import io.likewire.gateway.edge.Bodies;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Reads a body that may be larger than others before it hands the request on. */
final class LargeBodyHandler implements Handler<RoutingContext> {
    private final Bodies bodies;
    private final Handler<RoutingContext> handler;

    LargeBodyHandler(int limit, Handler<RoutingContext> handler) {
        this.bodies = Bodies.upTo(limit);
        this.handler = handler;
    }

    @Override
    public void handle(RoutingContext context) {
        bodies.gather(context, () -> handler.handle(context));
    }
}
