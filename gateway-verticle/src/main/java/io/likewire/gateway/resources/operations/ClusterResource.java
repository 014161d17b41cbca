package io.likewire.gateway.resources.operations;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.operations.DeadLetterQueueName;
import io.likewire.contracts.operations.DeadLettersService;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.identity.AuditTrail;
import io.likewire.gateway.resources.RequestReader;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/** {@code /api/operations}: what administrators see of the cluster, and what they do about dead letters. */
public record ClusterResource(ClusterNodes nodes, DeadLettersService messages) {
    /** A call to the broker takes milliseconds; going through a thousand messages takes seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int SHOWN = 20;
    private static final int SHOWN_MAX = 50;

    public void nodes(RoutingContext context) {
        send(context, Future.succeededFuture(new JsonObject().put("nodes", new JsonArray(nodes.list()))));
    }

    public void list(RoutingContext context) {
        DeadLetterQueueName lot = lot(context);
        send(context, messages.list(lot, limit(context.queryParams()), Call.question(PATIENCE)));
    }

    public void replay(RoutingContext context) {
        DeadLetterQueueName lot = lot(context);
        DeadLetterSelection chosen = choose(context, lot);
        send(context, messages.replay(lot, chosen.id(), Call.command(PATIENCE)));
    }

    public void drop(RoutingContext context) {
        DeadLetterQueueName lot = lot(context);
        DeadLetterSelection chosen = choose(context, lot);
        send(context, messages.drop(lot, chosen.id(), Call.command(PATIENCE)));
    }

    private static DeadLetterSelection choose(RoutingContext context, DeadLetterQueueName lot) {
        DeadLetterSelection chosen = DeadLetterSelection.parse(RequestReader.json(context));
        AuditTrail.subject(context, lot.id() + " " + (chosen.all() ? "all" : chosen.id()));
        return chosen;
    }

    private static DeadLetterQueueName lot(RoutingContext context) {
        return DeadLetterQueueName.of(context.pathParam("lot"))
                .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND, "There is no such queue of dead letters"));
    }

    private static int limit(MultiMap query) {
        List<String> given = query.getAll("limit");
        if (given.isEmpty()) {
            return SHOWN;
        }
        if (given.size() == 1 && given.get(0).matches("[0-9]{1,2}")) {
            int limit = Integer.parseInt(given.get(0));
            if (limit >= 1 && limit <= SHOWN_MAX) {
                return limit;
            }
        }
        throw Refusal.invalid("limit", "Expected one whole number from 1 to " + SHOWN_MAX + ".");
    }

    private static void send(RoutingContext context, Future<JsonObject> answer) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, ResponseWriter.NO_STORE);
        answer.onComplete(json -> ResponseWriter.json(context, json), context::fail);
    }
}
