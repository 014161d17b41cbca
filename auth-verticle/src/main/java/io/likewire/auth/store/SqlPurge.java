package io.likewire.auth.store;

import io.likewire.platform.RepeatedTask;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;

/** Removes what has expired, some rows at a time, until nothing is left. Every node does it. */
public record SqlPurge(Transactions transactions) {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    private static final List<String> OLD =
            List.of(Statements.OLD_SESSIONS, Statements.OLD_DEVICES, Statements.OLD_BUDGETS);

    /** Looks every 20 seconds. */
    public RepeatedTask start(Vertx vertx) {
        RepeatedTask task = RepeatedTask.inPieces(vertx, "removal of old sessions", LOOK_EVERY, this::removeSome);
        task.start(LOOK_EVERY);
        return task;
    }

    /** True when there may be more. */
    public Future<Boolean> removeSome() {
        return OLD.stream()
                .reduce(
                        Future.succeededFuture(false),
                        (before, statement) ->
                                before.compose(more -> remove(statement).map(some -> more || some)),
                        (a, b) -> b);
    }

    private Future<Boolean> remove(String statement) {
        return transactions.write(statement).map(removed -> removed.rowCount() == Statements.CHUNK);
    }
}
