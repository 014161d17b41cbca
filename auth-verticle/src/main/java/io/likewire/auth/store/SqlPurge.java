package io.likewire.auth.store;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;

/** Removes what has expired, some rows at a time, until nothing is left. Every node does it. */
public final class SqlPurge {
    private static final Backoff LOOK = new Backoff(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final List<String> OLD =
            List.of(Statements.OLD_SESSIONS, Statements.OLD_DEVICES, Statements.OLD_BUDGETS);
    private static final Duration BETWEEN_CHUNKS = Duration.ofMillis(20);

    private final Transactions transactions;
    private final RepeatedTask task;

    public SqlPurge(Vertx vertx, Transactions transactions) {
        this.transactions = transactions;
        this.task = new RepeatedTask(vertx, "removal of old sessions", LOOK, () -> removeSome()
                .map(more -> more ? BETWEEN_CHUNKS : LOOK.delay(0)));
    }

    public void start() {
        task.start(LOOK.delay(0));
    }

    public void stop() {
        task.stop();
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
        return transactions.write(transaction ->
                transaction.query(statement).execute().map(removed -> removed.rowCount() == Statements.CHUNK));
    }
}
