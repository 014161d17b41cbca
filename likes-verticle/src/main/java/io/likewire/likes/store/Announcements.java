package io.likewire.likes.store;

import io.likewire.likes.domain.CountChange;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;

/** Counts that have changed and are still to be told. Whoever changes one leaves it here, in the same transaction. */
public final class Announcements {
    private Announcements() {}

    /** @param changes in order of product */
    static Future<Void> write(SqlConnection transaction, List<CountChange> changes) {
        return Statements.ANNOUNCE.change(
                transaction, changes.stream().map(Announcements::values).toList());
    }

    private static Object[] values(CountChange change) {
        return new Object[] {
            change.count().productId(), change.count().version(), change.added(), change.removed(), change.traceparent()
        };
    }

    /** Those of some products, 256 at most, of which the broker has all that there is. */
    public static Future<List<Long>> told(Transactions transactions, List<Long> products) {
        return transactions.read(
                client -> Statements.UNANNOUNCED.ask(client, Rows.of(products)).map(rows -> {
                    List<Long> told = new ArrayList<>(products);
                    rows.forEach(row -> told.remove(row.getLong(0)));
                    return told;
                }));
    }
}
