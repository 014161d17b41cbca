package io.likewire.platform.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** One statement with its values; for one over many rows see {@link Rows}. */
public final class Sql {
    private Sql() {}

    public static Future<RowSet<Row>> execute(SqlClient client, String sql, Object... values) {
        return client.preparedQuery(sql).execute(Tuple.from(values));
    }
}
