package io.likewire.platform.recovery;

import io.likewire.contracts.problems.Refusal;
import io.likewire.platform.database.Sql;
import io.likewire.platform.database.SqlFailure;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counter for new ids of a table, raised with the rights to change rows alone: it keeps the id of a row that came and went.
 *
 * @param thing what has the ids, for the log
 * @param margin others may still be about to hear of as many ids after the last one they know
 * @param highest asks for two ids: the highest that a row has, and the highest that a row had which is gone, as far as known
 * @param insert makes a row that nobody ever sees
 * @param row its values, of which the first is its id
 * @param delete removes the row with an id
 */
public record IdFloor(
        String thing, long margin, String highest, String insert, Function<Long, Tuple> row, String delete) {
    private static final long HIGHEST_BELIEVED = 1L << 52;
    private static final Logger LOG = LoggerFactory.getLogger(IdFloor.class);

    /** @param known the highest id that others know; one that would leave no room for new ones is not believed */
    public Future<Void> keepAbove(Transactions transactions, long known) {
        if (known > HIGHEST_BELIEVED) {
            LOG.error("others say that they know {} {}: new ids do not begin above that", thing, known);
            return Future.succeededFuture();
        }
        return transactions
                .write(transaction -> Sql.execute(transaction, highest)
                        .compose(ids -> raise(transaction, ids.iterator().next(), known)))
                .recover(failure -> isDoneByAnother(failure) ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    /** Whoever loses against a node that does the same at this moment finds the counter raised. */
    private static boolean isDoneByAnother(Throwable failure) {
        return SqlFailure.isDuplicate(failure)
                || failure instanceof Refusal refusal && SqlFailure.isDeadlock(refusal.getCause());
    }

    /** As a rule the newest one is ours, and there is nothing to do. */
    private Future<Void> raise(SqlConnection transaction, Row ids, long known) {
        long living = ids.getLong(0);
        long gone = ids.getLong(1);
        boolean forgotten = known > Math.max(living, gone);
        long last = forgotten ? known + margin : gone;
        if (last <= living) {
            return Future.succeededFuture();
        }
        if (forgotten) {
            LOG.warn("others know {} {}, and this database does not: new ids begin above {}", thing, known, last);
        }
        return transaction
                .preparedQuery(insert)
                .execute(row.apply(last))
                .compose(there -> Sql.execute(transaction, delete, last))
                .mapEmpty();
    }
}
