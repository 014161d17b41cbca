package io.likewire.gateway.rest;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.input.ClientAddress;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Lets only this machine through: the catalogue has no administrators yet. */
record LoopbackOnly(Handler<RoutingContext> handler) implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext context) {
        if (!ClientAddress.of(context.request()).isLoopback()) {
            throw new Refusal(ProblemType.FORBIDDEN, "Products change from this machine only");
        }
        handler.handle(context);
    }
}
