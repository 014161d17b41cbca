package io.likewire.auth.operations;

import io.likewire.auth.keys.KeyRing;
import io.likewire.platform.management.Audit;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** {@code /operations/keys}: which keys are trusted, and the end of one that has leaked. */
public record KeyOperations(KeyRing keys, Context context) {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    /** @param vertx on whose current context the keys live */
    public static void mount(Router operations, KeyRing keys, Vertx vertx) {
        KeyOperations all = new KeyOperations(keys, vertx.getOrCreateContext());
        operations.get("/keys").handler(all::list);
        operations.delete("/keys/:kid").handler(all::withdraw);
    }

    private void list(RoutingContext request) {
        context.runOnContext(own ->
                request.json(keys.published().put("signing", keys.signing().kid())));
    }

    private void withdraw(RoutingContext request) {
        String kid = request.pathParam("kid");
        context.runOnContext(own -> {
            if (kid.equals(keys.signing().kid())) {
                refuse(request, CONFLICT, "It signs: rotate, and wait until another one does");
                return;
            }
            keys.withdraw(kid)
                    .onSuccess(known -> {
                        if (!known) {
                            refuse(request, NOT_FOUND, "There is no such key");
                            return;
                        }
                        Audit.record(
                                "keys.withdraw",
                                request.request().remoteAddress().hostAddress(),
                                "done",
                                Map.of("kid", kid));
                        request.json(new JsonObject().put("withdrawn", kid));
                    })
                    .onFailure(request::fail);
        });
    }

    private static void refuse(RoutingContext request, int status, String message) {
        request.response().setStatusCode(status);
        request.json(new JsonObject().put("message", message));
    }
}
