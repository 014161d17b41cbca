package io.likewire.platform.deadletters;

import io.likewire.platform.broker.DeadLetterSession;
import io.likewire.platform.broker.Delivery;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.function.Function;

/**
 * Dead-lettered messages, as an operator sees them. Each operation goes once through at most {@link #MOST} of them.
 */
final class DeadLetterQueue {
    static final int MOST = 1_000;

    private final Vertx vertx;
    private final URI broker;
    private final String queue;

    DeadLetterQueue(Vertx vertx, URI broker, String queue) {
        this.vertx = vertx;
        this.broker = broker;
        this.queue = queue;
    }

    /** {@code {"queue":...,"messages":12,"shown":[...]}}, at most {@code limit} of them in full. */
    Future<JsonObject> list(int limit) {
        JsonArray shown = new JsonArray();
        return in(session -> session.depth().compose(depth -> each(session, Math.min(limit, depth), delivery -> {
                    shown.add(DeadLetterJson.of(delivery));
                    return Future.succeededFuture(true);
                })
                .map(done -> new JsonObject()
                        .put("queue", queue)
                        .put("messages", depth)
                        .put("shown", shown))));
    }

    /** @param id of one message; null for all */
    Future<JsonObject> replay(String id) {
        return change("replayed", id, (session, delivery) -> session.replay(delivery));
    }

    /** @param id of one message; null for all */
    Future<JsonObject> drop(String id) {
        return change(
                "dropped", id, (session, delivery) -> session.drop(delivery).map(true));
    }

    private interface Change {
        Future<Boolean> of(DeadLetterSession session, Delivery delivery);
    }

    private Future<JsonObject> change(String word, String id, Change change) {
        return in(session -> session.depth().compose(depth -> each(session, Math.min(MOST, depth), delivery -> {
                    boolean wanted = id == null || id.equals(DeadLetterJson.id(delivery));
                    return wanted ? change.of(session, delivery) : Future.succeededFuture(false);
                })
                .map(count ->
                        new JsonObject().put("queue", queue).put(word, count).put("left", depth - count))));
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

    private <T> Future<T> in(Function<DeadLetterSession, Future<T>> operation) {
        return DeadLetterSession.with(vertx, broker, queue, operation);
    }
}
