package io.likewire.platform.deadletters;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.events.BrokerNames;
import io.likewire.contracts.operations.DeadLetterQueueName;
import io.likewire.contracts.operations.DeadLettersService;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.broker.DeadLetterSession;
import io.likewire.platform.broker.Delivery;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Dead-lettered messages of the broker, as an operator sees them. Each operation goes once through at most {@link #MOST} of
 * them. Who may ask, and the audit, is the business of who lets them ask.
 */
public record BrokerDeadLetters(Vertx vertx, URI broker) implements DeadLettersService {
    static final int MOST = 1_000;

    @Override
    public Future<JsonObject> list(DeadLetterQueueName lot, int limit, Call call) {
        JsonArray shown = new JsonArray();
        return in(lot, (session, depth) -> each(session, Math.min(limit, depth), delivery -> {
                    shown.add(DeadLetterJson.of(delivery));
                    return Future.succeededFuture(true);
                })
                .map(done -> new JsonObject().put("messages", depth).put("shown", shown)));
    }

    @Override
    public Future<JsonObject> replay(DeadLetterQueueName lot, String id, Call call) {
        return change(lot, "replayed", id, DeadLetterSession::replay);
    }

    @Override
    public Future<JsonObject> drop(DeadLetterQueueName lot, String id, Call call) {
        return change(lot, "dropped", id, (session, delivery) -> session.drop(delivery)
                .map(true));
    }

    private Future<JsonObject> change(
            DeadLetterQueueName lot,
            String word,
            String id,
            BiFunction<DeadLetterSession, Delivery, Future<Boolean>> change) {
        return in(lot, (session, depth) -> each(session, Math.min(MOST, depth), delivery -> {
                    boolean wanted = id == null || id.equals(DeadLetterJson.id(delivery));
                    return wanted ? change.apply(session, delivery) : Future.succeededFuture(false);
                })
                .map(count -> new JsonObject().put(word, count).put("left", depth - count)));
    }

    /** How many the action was true for. */
    private static Future<Integer> each(
            DeadLetterSession session, long most, Function<Delivery, Future<Boolean>> action) {
        if (most <= 0) {
            return Future.succeededFuture(0);
        }
        return session.next()
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(0)
                        : action.apply(found.get())
                                .compose(done -> each(session, most - 1, action).map(rest -> rest + (done ? 1 : 0))));
    }

    private Future<JsonObject> in(
            DeadLetterQueueName lot, BiFunction<DeadLetterSession, Long, Future<JsonObject>> operation) {
        String queue =
                switch (lot) {
                    case PARKED -> BrokerNames.PARKED;
                    case UNROUTED -> BrokerNames.UNROUTED;
                };
        return DeadLetterSession.with(vertx, broker, queue, session -> session.depth()
                        .compose(depth -> operation.apply(session, depth)))
                .map(result -> new JsonObject().put("queue", queue).mergeIn(result))
                .recover(failure -> Future.failedFuture(
                        new Refusal(ProblemType.UNAVAILABLE, "The broker did not answer", failure)));
    }
}
