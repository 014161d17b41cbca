package io.likewire.auth.operations;

import io.likewire.auth.domain.SessionStore;
import io.likewire.platform.management.Audit;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.Supplier;

/** {@code DELETE /operations/sessions}: everybody has to sign in again. */
public record SessionOperations(SessionStore sessions, Supplier<Future<Void>> withdrawn, Context context) {
    /**
     * @param withdrawn tells everybody that sessions have ended; never fails
     * @param vertx on whose current context the sessions are ended
     */
    public static void mount(Router operations, SessionStore sessions, Supplier<Future<Void>> withdrawn, Vertx vertx) {
        SessionOperations all = new SessionOperations(sessions, withdrawn, vertx.getOrCreateContext());
        operations.delete("/sessions").handler(all::endAll);
    }

    private void endAll(RoutingContext request) {
        String actor = request.request().remoteAddress().hostAddress();
        context.runOnContext(own -> sessions.endAll()
                .onSuccess(ended -> audit(actor, "done", ended))
                .onFailure(failure -> audit(actor, "failed", 0))
                .compose(ended -> withdrawn.get().map(ended))
                .onSuccess(ended -> request.json(new JsonObject().put("ended", ended)))
                .onFailure(request::fail));
    }

    private static void audit(String actor, String outcome, int ended) {
        Audit.record("sessions.end-all", actor, outcome, Map.of("sessions", Integer.toString(ended)));
    }
}
