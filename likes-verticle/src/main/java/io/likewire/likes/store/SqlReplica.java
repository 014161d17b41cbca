package io.likewire.likes.store;

import io.likewire.contracts.likes.KnownProducts;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Which products the replica knows. */
final class SqlReplica {
    private SqlReplica() {}

    static Future<KnownProducts> known(SqlClient client, long afterId, int limit) {
        return client.preparedQuery(Statements.KNOWN)
                .execute(Tuple.of(afterId, limit))
                .compose(rows -> client.preparedQuery(Statements.HIGHEST)
                        .execute()
                        .map(highest ->
                                page(rows, limit, highest.iterator().next().getLong(0))));
    }

    private static KnownProducts page(RowSet<Row> rows, int limit, long highest) {
        List<Long> living = new ArrayList<>();
        List<Long> deleted = new ArrayList<>();
        Long last = null;
        for (Row row : rows) {
            last = row.getLong(0);
            (row.getBoolean(1) ? deleted : living).add(last);
        }
        return new KnownProducts(living, deleted, rows.size() < limit ? null : last, highest);
    }
}
