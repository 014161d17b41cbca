package io.likewire.platform.republish;

import io.likewire.platform.audit.Audit;
import io.likewire.platform.republish.Republish.State;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * {@code /operations/republish/<service>}: POST begins, and answers 202, or 409 while one runs here; GET tells how far it is.
 */
public final class RepublishDoor {
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final String service;
    private final Republish republish;

    private RepublishDoor(String service, Republish republish) {
        this.service = service;
        this.republish = republish;
    }

    /** @param service whose facts: several services may share a management port */
    public static void mount(Router operations, String service, Republish republish) {
        RepublishDoor door = new RepublishDoor(service, republish);
        operations.get("/republish/" + service).handler(context -> context.json(door.print(republish.state())));
        operations.post("/republish/" + service).handler(door::begin);
    }

    private void begin(RoutingContext context) {
        String actor = context.request().remoteAddress().hostAddress();
        boolean begun = republish.start(
                end -> audit(actor, end.failure() == null ? "done" : "failed", Long.toString(end.facts())));
        audit(actor, begun ? "begun" : "refused", "0");
        context.response().setStatusCode(begun ? ACCEPTED : CONFLICT);
        context.json(print(republish.state()));
    }

    private void audit(String actor, String outcome, String facts) {
        Audit.record("facts.republish", actor, outcome, Map.of("service", service, "facts", facts));
    }

    private JsonObject print(State state) {
        return new JsonObject()
                .put("service", service)
                .put("running", state.running())
                .put("facts", state.facts())
                .put("failure", state.failure());
    }
}
