package io.likewire.platform.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A statement over many rows: {@code head (?,?),(?,?) tail}. It is prepared for some numbers of rows only, so that its forms
 * stay in the statement cache: what lies between is filled up with the last row, which therefore may come twice.
 */
public final class Rows {
    private static final int MOST = 256;

    /** From here on each number has at most two more significant bits than a power of two. */
    private static final int FEW = 8;

    private static final int STEPS = 4;

    private final String head;
    private final String row;
    private final String separator;
    private final String tail;
    private final String[] statements = new String[MOST + 1];

    /** @param row placeholders of one row: {@code (?,?)} */
    public Rows(String head, String row, String tail) {
        this(head, row, ",", tail);
    }

    public Rows(String head, String row, String separator, String tail) {
        this.head = head;
        this.row = row;
        this.separator = separator;
        this.tail = tail;
    }

    /** Rows of one value each. */
    public static List<Object[]> of(Collection<?> values) {
        return values.stream().map(value -> new Object[] {value}).toList();
    }

    /**
     * Runs a change that is the same when a row comes twice, for all rows in order, 256 at a time. Each piece waits for the
     * one before: after a deadlock, which ends the whole transaction, a piece that is on its way already would be committed
     * by itself.
     */
    public Future<Void> change(SqlClient client, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return Future.succeededFuture();
        }
        int some = Math.min(rows.size(), MOST);
        return run(client, rows.subList(0, some), form(some))
                .compose(done -> change(client, rows.subList(some, rows.size())));
    }

    /** Runs a change for each row once, in pieces that need no filling. */
    public Future<Void> changeOnce(SqlClient client, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return Future.succeededFuture();
        }
        int some = Math.min(Integer.highestOneBit(rows.size()), MOST);
        return run(client, rows.subList(0, some), some)
                .compose(done -> changeOnce(client, rows.subList(some, rows.size())));
    }

    /** Asks for all rows at once; at most 256. */
    public Future<RowSet<Row>> ask(SqlClient client, List<Object[]> rows) {
        if (rows.isEmpty() || rows.size() > MOST) {
            return Future.failedFuture(new IllegalArgumentException("Expected 1 to 256 rows, but got " + rows.size()));
        }
        return run(client, rows, form(rows.size()));
    }

    /** The next number of rows that the statement is prepared for. */
    private static int form(int rows) {
        if (rows <= FEW) {
            return rows;
        }
        int step = Integer.highestOneBit(rows - 1) / STEPS;
        return (rows + step - 1) / step * step;
    }

    private Future<RowSet<Row>> run(SqlClient client, List<Object[]> rows, int size) {
        Tuple values = Tuple.tuple(new ArrayList<>(size * rows.get(0).length));
        for (int i = 0; i < size; i++) {
            for (Object value : rows.get(Math.min(i, rows.size() - 1))) {
                values.addValue(value);
            }
        }
        return client.preparedQuery(statement(size)).execute(values);
    }

    private String statement(int size) {
        if (statements[size] == null) {
            statements[size] = head + " " + String.join(separator, Collections.nCopies(size, row)) + " " + tail;
        }
        return statements[size];
    }
}
