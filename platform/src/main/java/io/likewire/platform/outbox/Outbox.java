package io.likewire.platform.outbox;

import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Uuids;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/** Writes events in the transaction that made them true. The relay brings them to the broker after the commit. */
public final class Outbox {
    private static final Rows INSERT =
            new Rows("INSERT INTO outbox (event_id, routing_key, payload, headers) VALUES", "(?,?,?,?)", "");

    private Outbox() {}

    public static Future<Void> write(SqlConnection transaction, List<OutboxRow> rows) {
        return INSERT.changeOnce(transaction, rows.stream().map(Outbox::values).toList());
    }

    private static Object[] values(OutboxRow row) {
        return new Object[] {
            Uuids.bytes(row.eventId()),
            row.routingKey(),
            row.payload(),
            row.headers().encode()
        };
    }
}
