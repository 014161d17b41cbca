package io.likewire.platform.republish;

import io.likewire.platform.audit.Audit;
import io.likewire.platform.launch.Node;
import io.likewire.platform.republish.Republish.State;
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
public final class RepublishDoor {
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;

    private final String service;
    private final Republish republish;
    private final Supplier<Future<String>> damage;

    private RepublishDoor(String service, Republish republish, Supplier<Future<String>> damage) {
        this.service = service;
        this.republish = republish;
        this.damage = damage;
    }

    /** For one that never does damage. */
    public static void mount(Node node, Republish republish) {
        mount(node, republish, Future::succeededFuture);
    }

    /** @param damage in a sentence, what a run would destroy; null when it would not */
    public static void mount(Node node, Republish republish, Supplier<Future<String>> damage) {
        String service = node.health().service();
        RepublishDoor door = new RepublishDoor(service, republish, damage);
        Router operations = node.operations();
        operations.get("/republish/" + service).handler(context -> context.json(door.print(republish.state())));
        operations.post("/republish/" + service).handler(door::begin);
        door.count(node.metrics());
    }

    private void count(MeterRegistry metrics) {
        FunctionCounter.builder("likewire.republish.facts", republish, Republish::told)
                .tag("service", service)
                .register(metrics);
        Gauge.builder(
                        "likewire.republish.running",
                        republish,
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
        boolean begun = republish.start(
                end -> audit(actor, end.failure() == null ? "done" : "failed", Long.toString(end.facts())));
        if (!begun) {
            refuse(context, CONFLICT, "One runs here already");
            return;
        }
        audit(actor, "begun", "0");
        context.response().setStatusCode(ACCEPTED);
        context.json(print(republish.state()));
    }

    private void refuse(RoutingContext context, int status, String message) {
        audit(actor(context), "refused", "0");
        context.response().setStatusCode(status);
        context.json(print(republish.state()).put("message", message));
    }

    private static String actor(RoutingContext context) {
        return context.request().remoteAddress().hostAddress();
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
