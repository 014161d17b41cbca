package io.likewire.tutorial.store;

import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/** Messages on their way to the tutorial's queues. */
public record SqlOutgoing(Transactions transactions) {
    private static final int MOST_MESSAGES = 1_000;

    /** @param times how often the message is sent */
    public record Waiting(long id, String event, Buffer body, int times) {}

    /** The oldest rows for a queue, which make about a thousand messages at most. */
    public Future<List<Waiting>> next(String queue) {
        return transactions.read(Statements.NEXT, queue).map(SqlOutgoing::read);
    }

    public Future<Void> delete(List<Long> ids) {
        return transactions.write(transaction -> Statements.DELETE.change(transaction, Rows.of(ids)));
    }

    /** How many rows wait, nearly. */
    public Future<Long> span() {
        return transactions
                .read(Statements.SPAN)
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static List<Waiting> read(RowSet<Row> rows) {
        List<Waiting> waiting = new ArrayList<>();
        int messages = 0;
        for (Row row : rows) {
            Waiting next = new Waiting(row.getLong(0), row.getString(1), row.getBuffer(2), row.getInteger(3));
            messages += next.times();
            if (messages > MOST_MESSAGES && !waiting.isEmpty()) {
                break;
            }
            waiting.add(next);
        }
        return waiting;
    }
}
