package io.likewire.gateway.rest;

import io.likewire.gateway.visitors.Visitors;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** {@code /api/visitors}. */
record VisitorsResource(Visitors visitors) {
    void create(RoutingContext context) {
        visitors.token(context)
                .onComplete(
                        token -> {
                            context.response().setStatusCode(201);
                            Replies.json(
                                    context,
                                    new JsonObject().put("token", token).toBuffer());
                        },
                        context::fail);
    }
}
