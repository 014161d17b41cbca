package io.likewire.platform.deadletters;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.operations.DeadLetterQueueName;
import io.likewire.contracts.operations.DeadLettersService;
import io.likewire.platform.management.Audit;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * {@code /operations/messages/parked} and {@code unrouted}: dead letters, and unroutable messages. GET
 * lists, POST {@code .../replay} retries, DELETE deletes; {@code ?id=} for a single one.
 */
public record DeadLetterRoutes(DeadLettersService deadLetters) {
    private static final int SHOWN = 50;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    public void mount(Router operations) {
        operations
                .get("/messages/:lot")
                .handler(context -> answer(context, lot -> deadLetters.list(lot, shown(context), call())));
        operations
                .post("/messages/:lot/replay")
                .handler(context ->
                        change(context, "messages.replay", lot -> deadLetters.replay(lot, id(context), call())));
        operations.delete("/messages/:lot").handler(this::drop);
    }

    /** All of them only when that is said. */
    private void drop(RoutingContext context) {
        if (id(context) == null && !"true".equals(context.request().getParam("all"))) {
            say(context, BAD_REQUEST, "Name one message with ?id=, or all with ?all=true");
            return;
        }
        change(context, "messages.drop", lot -> deadLetters.drop(lot, id(context), call()));
    }

    private void change(
            RoutingContext context, String event, Function<DeadLetterQueueName, Future<JsonObject>> operation) {
        answer(context, lot -> operation
                .apply(lot)
                .onSuccess(result -> audit(context, event, "done", result))
                .onFailure(failure -> audit(context, event, "failed", new JsonObject())));
    }

    /** The management port asks nobody who he is: all that is known is where he called from. */
    private static void audit(RoutingContext context, String event, String outcome, JsonObject result) {
        Map<String, String> details = new TreeMap<>(Map.of("lot", context.pathParam("lot")));
        details.put("id", id(context) == null ? "all" : id(context));
        result.forEach(entry -> details.put(entry.getKey(), String.valueOf(entry.getValue())));
        Audit.record(event, context.request().remoteAddress().hostAddress(), outcome, details);
    }

    private void answer(RoutingContext context, Function<DeadLetterQueueName, Future<JsonObject>> operation) {
        DeadLetterQueueName.of(context.pathParam("lot"))
                .ifPresentOrElse(
                        lot -> operation
                                .apply(lot)
                                .onSuccess(context::json)
                                .onFailure(failure -> say(context, UNAVAILABLE, failure.getMessage())),
                        () -> say(context, NOT_FOUND, "Expected 'parked' or 'unrouted'"));
    }

    private static Call call() {
        return Call.command(PATIENCE);
    }

    private static int shown(RoutingContext context) {
        String limit = context.request().getParam("limit");
        return limit != null && limit.matches("[0-9]{1,4}")
                ? Math.min(Integer.parseInt(limit), BrokerDeadLetters.MOST)
                : SHOWN;
    }

    private static String id(RoutingContext context) {
        return context.request().getParam("id");
    }

    private static void say(RoutingContext context, int status, String message) {
        context.response().setStatusCode(status);
        context.json(new JsonObject().put("message", message));
    }
}
