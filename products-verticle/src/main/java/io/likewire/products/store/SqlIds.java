package io.likewire.products.store;

import io.likewire.platform.store.SqlFailure;
import io.likewire.platform.store.Transactions;
import io.likewire.platform.store.Uuids;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The counter for new ids, raised with the rights to change rows alone: it keeps the id of a row that came and went. */
final class SqlIds {
    private static final Logger LOG = LoggerFactory.getLogger(SqlIds.class);

    /** Others may still have facts to read of products that were made after the ones they know. */
    private static final long ON_THE_WAY = 1_000;

    private SqlIds() {}

    static Future<Void> keepAbove(Transactions transactions, long known) {
        return transactions
                .write(transaction -> transaction
                        .query(HistoryStatements.HIGHEST)
                        .execute()
                        .compose(
                                highest -> raise(transaction, highest.iterator().next(), known)))
                .recover(failure ->
                        SqlFailure.isDuplicate(failure) ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    /** As a rule the newest product is ours, and there is nothing to do. */
    private static Future<Void> raise(SqlConnection transaction, Row highest, long known) {
        long living = highest.getLong(0);
        long deleted = highest.getLong(1);
        boolean forgotten = known > Math.max(living, deleted);
        long last = forgotten ? known + ON_THE_WAY : deleted;
        if (last <= living) {
            return Future.succeededFuture();
        }
        if (forgotten) {
            LOG.warn("others know product {}, and this database does not: new ids begin above {}", known, last);
        }
        return transaction
                .preparedQuery(Statements.INSERT_WITH_ID)
                .execute(Tuple.of(last, "", "", Uuids.bytes(UUID.randomUUID())))
                .compose(done -> transaction.preparedQuery(Statements.DELETE).execute(Tuple.of(last)))
                .mapEmpty();
    }
}
