package io.likewire.platform.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A statement over many rows: {@code head (?,?),(?,?) tail}. It is prepared for powers of two only, so that the few
 * forms of it stay in the statement cache: a change is sent in pieces, a question is filled up with its last row.
 */
public final class Rows {
    private static final int MOST = 256;
    private final String[] statements = new String[Integer.numberOfTrailingZeros(MOST) + 1];

    /** @param row placeholders of one row: {@code (?,?)} */
    public Rows(String head, String row, String tail) {
        this(head, row, ",", tail);
    }

    public Rows(String head, String row, String separator, String tail) {
        for (int power = 0; power < statements.length; power++) {
            statements[power] = head + " " + String.join(separator, Collections.nCopies(1 << power, row)) + " " + tail;
        }
    }

    /**
     * Runs a change for all rows, in order. Each piece waits for the one before: after a deadlock, which ends the whole
     * transaction, a piece that is on its way already would be committed by itself.
     */
    public Future<Void> change(SqlClient client, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return Future.succeededFuture();
        }
        int power = Math.min(31 - Integer.numberOfLeadingZeros(rows.size()), statements.length - 1);
        int size = 1 << power;
        return run(client, power, rows.subList(0, size), size)
                .compose(done -> change(client, rows.subList(size, rows.size())));
    }

    /** Asks for all rows at once; at most 256. */
    public Future<RowSet<Row>> ask(SqlClient client, List<Object[]> rows) {
        if (rows.isEmpty() || rows.size() > MOST) {
            return Future.failedFuture(new IllegalArgumentException("Expected 1 to 256 rows, but got " + rows.size()));
        }
        int power = rows.size() == 1 ? 0 : 32 - Integer.numberOfLeadingZeros(rows.size() - 1);
        return run(client, power, rows, 1 << power);
    }

    private Future<RowSet<Row>> run(SqlClient client, int power, List<Object[]> rows, int size) {
        Tuple values = Tuple.tuple(new ArrayList<>(size * rows.get(0).length));
        for (int i = 0; i < size; i++) {
            for (Object value : rows.get(Math.min(i, rows.size() - 1))) {
                values.addValue(value);
            }
        }
        return client.preparedQuery(statements[power]).execute(values);
    }
}
