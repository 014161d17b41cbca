package io.likewire.platform.recovery;

import io.likewire.platform.launch.Node;
import io.likewire.platform.management.Audit;
import io.likewire.platform.recovery.Republisher.State;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code /operations/republish/<service>}: POST begins, and answers 202; 409 while one runs here, and when it would do damage
 * unless {@code ?empty=true} says that it is meant. GET tells how far it is, and metrics do.
 */
public record RepublishRoutes(String service, Republisher republisher, Supplier<Future<String>> damage) {
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    /** For one that never does damage. */
    public static void mount(Node node, Republisher republisher) {
        mount(node, republisher, Future::succeededFuture);
    }

    /** @param damage in a sentence, what a run would destroy; null when it would not */
    public static void mount(Node node, Republisher republisher, Supplier<Future<String>> damage) {
        String service = node.health().service();
        RepublishRoutes door = new RepublishRoutes(service, republisher, damage);
        Router operations = node.operations();
        operations.get("/republish/" + service).handler(context -> context.json(door.print(republisher.state())));
        operations.post("/republish/" + service).handler(door::begin);
        door.count(node.metrics());
    }

    private void count(MeterRegistry metrics) {
        FunctionCounter.builder("likewire.republish.events", republisher, Republisher::told)
                .tag("service", service)
                .register(metrics);
        Gauge.builder(
                        "likewire.republish.running",
                        republisher,
                        one -> one.state().running() ? 1 : 0)
                .tag("service", service)
                .register(metrics);
    }

    private void begin(RoutingContext context) {
        boolean meant = context.queryParam("empty").contains("true");
        (meant ? Future.<String>succeededFuture() : damage.get())
                .onSuccess(harm -> {
                    if (harm == null) {
                        start(context);
                    } else {
                        refuse(context, CONFLICT, harm + " ?empty=true says that it is meant");
                    }
                })
                .onFailure(failure ->
                        refuse(context, UNAVAILABLE, "Nobody can say what this would do now: " + failure.getMessage()));
    }

    private void start(RoutingContext context) {
        String actor = actor(context);
        boolean begun = republisher.start(
                end -> audit(actor, end.failure() == null ? "done" : "failed", Long.toString(end.events())));
        if (!begun) {
            refuse(context, CONFLICT, "One runs here already");
            return;
        }
        audit(actor, "begun", "0");
        context.response().setStatusCode(ACCEPTED);
        context.json(print(republisher.state()));
    }

    private void refuse(RoutingContext context, int status, String message) {
        audit(actor(context), "refused", "0");
        context.response().setStatusCode(status);
        context.json(print(republisher.state()).put("message", message));
    }

    private static String actor(RoutingContext context) {
        return context.request().remoteAddress().hostAddress();
    }

    private void audit(String actor, String outcome, String events) {
        Audit.record("events.republish", actor, outcome, Map.of("service", service, "events", events));
    }

    private JsonObject print(State state) {
        return new JsonObject()
                .put("service", service)
                .put("running", state.running())
                .put("events", state.events())
                .put("failure", state.failure());
    }
}
