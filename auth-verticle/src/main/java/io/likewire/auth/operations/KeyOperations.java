package io.likewire.auth.operations;

import io.likewire.auth.keys.KeyRing;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /operations/keys}: which keys are trusted, and the end of one that has leaked. */
public final class KeyOperations {
    private static final Logger LOG = LoggerFactory.getLogger(KeyOperations.class);
    private static final int NOT_FOUND = 404;
    private final KeyRing keys;
    private final Context context;

    private KeyOperations(KeyRing keys, Context context) {
        this.keys = keys;
        this.context = context;
    }

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
        context.runOnContext(own -> keys.withdraw(kid)
                .onSuccess(known -> {
                    if (!known) {
                        request.response().setStatusCode(NOT_FOUND);
                        request.json(new JsonObject().put("message", "There is no such key"));
                        return;
                    }
                    LOG.warn("the key {} was withdrawn", kid);
                    request.json(new JsonObject().put("withdrawn", kid));
                })
                .onFailure(request::fail));
    }
}
