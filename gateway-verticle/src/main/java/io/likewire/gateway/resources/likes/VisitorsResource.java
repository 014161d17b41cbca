package io.likewire.gateway.resources.likes;

import io.likewire.gateway.identity.Visitors;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** {@code /api/visitors}. */
public record VisitorsResource(Visitors visitors) {
    public void create(RoutingContext context) {
        visitors.token(context)
                .onComplete(
                        token -> {
                            context.response().setStatusCode(201);
                            ResponseWriter.json(
                                    context,
                                    new JsonObject().put("token", token).toBuffer());
                        },
                        context::fail);
    }
}
