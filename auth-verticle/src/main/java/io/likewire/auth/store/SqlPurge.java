package io.likewire.auth.store;

import io.likewire.platform.Backoff;
import io.likewire.platform.store.Transactions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what has expired, some rows at a time. Every node does it. */
public final class SqlPurge {
    private static final Logger LOG = LoggerFactory.getLogger(SqlPurge.class);
    private static final Backoff LOOK = new Backoff(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final List<String> OLD =
            List.of(Statements.OLD_SESSIONS, Statements.OLD_DEVICES, Statements.OLD_BUDGETS);
    private final Vertx vertx;
    private final Transactions transactions;
    private boolean stopped;
    private long timer = -1;

    public SqlPurge(Vertx vertx, Transactions transactions) {
        this.vertx = vertx;
        this.transactions = transactions;
    }

    public void start() {
        if (!stopped) {
            timer = vertx.setTimer(LOOK.delay(0).toMillis(), due -> removeSome()
                    .onFailure(failure -> LOG.warn("old sessions were not removed: {}", failure.getMessage()))
                    .onComplete(done -> start()));
        }
    }

    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
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
