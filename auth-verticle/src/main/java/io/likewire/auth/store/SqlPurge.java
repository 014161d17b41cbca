package io.likewire.auth.store;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;

/** Removes what has expired, some rows at a time. Every node does it. */
public final class SqlPurge {
    private static final Backoff LOOK = new Backoff(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final List<String> OLD =
            List.of(Statements.OLD_SESSIONS, Statements.OLD_DEVICES, Statements.OLD_BUDGETS);
    private final Transactions transactions;
    private final RepeatedTask task;

    public SqlPurge(Vertx vertx, Transactions transactions) {
        this.transactions = transactions;
        this.task = new RepeatedTask(
                vertx, "removal of old sessions", LOOK, () -> removeSome().map(done -> LOOK.delay(0)));
    }

    public void start() {
        task.start(LOOK.delay(0));
    }

    public void stop() {
        task.stop();
    }

    public Future<Void> removeSome() {
        return OLD.stream()
                .reduce(
                        Future.<Void>succeededFuture(),
                        (before, statement) -> before.compose(done -> transactions.write(transaction ->
                                transaction.query(statement).execute().mapEmpty())),
                        (a, b) -> b);
    }
}
