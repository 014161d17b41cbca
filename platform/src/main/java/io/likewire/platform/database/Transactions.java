package io.likewire.platform.database;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.Backoff;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Runs statements for use cases: a transaction that lost a lock is tried again, and trouble with the database becomes a
 * {@link Refusal} that says so.
 */
public record Transactions(Pool pool) {
    private static final int MOST_TRIES = 5;

    /** Those who lost a lock to each other must not meet again. */
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(5), Duration.ofMillis(80));

    /** One statement, or several reads that need not agree; tried once more on another connection. */
    public <T> Future<T> read(Function<SqlClient, Future<T>> work) {
        return work.apply(pool)
                .recover(failure -> SqlFailure.isOutage(failure) ? work.apply(pool) : Future.failedFuture(failure))
                .recover(Transactions::refuse);
    }

    /** One statement; tried once more on another connection. */
    public Future<RowSet<Row>> read(String sql, Object... values) {
        return read(client -> Sql.execute(client, sql, values));
    }

    /** Several reads on one connection: whoever has waited for it does not wait again. Tried once more on another one. */
    public <T> Future<T> readOnOne(Function<SqlConnection, Future<T>> work) {
        return pool.withConnection(work)
                .recover(failure ->
                        SqlFailure.isOutage(failure) ? pool.withConnection(work) : Future.failedFuture(failure))
                .recover(Transactions::refuse);
    }

    /** One statement, never tried again: for what must not happen twice, and may not happen at all. */
    public Future<RowSet<Row>> once(String sql, Object... values) {
        return Sql.execute(pool, sql, values).recover(Transactions::refuse);
    }

    /**
     * @param work runs again from its start when the transaction was rolled back, or when nobody knows whether its commit
     *     succeeded: so it must recognise its own effect
     */
    public <T> Future<T> write(Function<SqlConnection, Future<T>> work) {
        return write(work, 1).recover(Transactions::refuse);
    }

    /** One statement in a transaction of its own, which may run again: so it must recognise its own effect. */
    public Future<RowSet<Row>> write(String sql, Object... values) {
        return write(transaction -> Sql.execute(transaction, sql, values));
    }

    private <T> Future<T> write(Function<SqlConnection, Future<T>> work, int attempt) {
        return pool.withTransaction(work)
                .recover(failure -> attempt < MOST_TRIES && SqlFailure.isWorthAnotherTry(failure)
                        ? pause(attempt).compose(later -> write(work, attempt + 1))
                        : Future.failedFuture(failure));
    }

    /** On the context of the failed one. */
    private static Future<Void> pause(int attempt) {
        Context here = Vertx.currentContext();
        return here == null
                ? Future.succeededFuture()
                : here.owner()
                        .timer(PAUSE.delay(attempt - 1).toMillis(), TimeUnit.MILLISECONDS)
                        .mapEmpty();
    }

    /** The refusal that callers get for a failed statement. */
    public static <T> Future<T> refuse(Throwable failure) {
        if (SqlFailure.isOutage(failure)) {
            return Future.failedFuture(new Refusal(ProblemType.UNAVAILABLE, "The database is not reachable", failure));
        }
        if (SqlFailure.isWorthAnotherTry(failure)) {
            return Future.failedFuture(new Refusal(ProblemType.OVERLOADED, "The database is too busy", failure));
        }
        return Future.failedFuture(failure);
    }
}
