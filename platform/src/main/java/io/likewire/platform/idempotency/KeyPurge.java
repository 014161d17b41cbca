package io.likewire.platform.idempotency;

import io.likewire.platform.RepeatedTask;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Forgets keys after 48 hours, some at a time, so that nobody waits long for a lock. Every node does it; what one has
 * removed the others don't find.
 */
public record KeyPurge(Transactions transactions) {
    private static final int HOURS = 48;

    /** How long a key is remembered at least. */
    public static final Duration KEPT = Duration.ofHours(HOURS);

    private static final int CHUNK = 256;
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final String OLD = "SELECT id FROM idempotency_key WHERE created_at < NOW(6) - INTERVAL " + HOURS
            + " HOUR ORDER BY created_at LIMIT " + CHUNK;
    private static final Rows FORGET =
            new Rows("DELETE idempotency_key FROM idempotency_key FORCE INDEX (PRIMARY) WHERE id IN (", "?", ")");

    /** Looks every minute. */
    public RepeatedTask start(Vertx vertx) {
        RepeatedTask task =
                RepeatedTask.inPieces(vertx, "removal of old idempotency keys", LOOK_EVERY, this::removeSome);
        task.start(LOOK_EVERY);
        return task;
    }

    /** Removes some; true when there may be more. Read first and then removed by key: a scan would lock what it passes. */
    public Future<Boolean> removeSome() {
        return transactions
                .read(OLD)
                .compose(old -> transactions.write(
                        transaction -> FORGET.change(transaction, ids(old)).map(old.size() == CHUNK)));
    }

    /** In the order in which those who claim keys lock them. */
    private static List<Object[]> ids(RowSet<Row> rows) {
        return Rows.of(rows.stream()
                .map(row -> row.getBuffer(0))
                .sorted(Comparator.comparing(Buffer::getBytes, Arrays::compareUnsigned))
                .toList());
    }
}
