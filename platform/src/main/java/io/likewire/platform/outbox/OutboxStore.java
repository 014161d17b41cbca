package io.likewire.platform.outbox;

import io.likewire.contracts.events.BrokerNames;
import io.likewire.platform.broker.OutgoingMessage;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Sql;
import io.likewire.platform.database.Uuids;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** The relay's own connection and its statements. */
final class OutboxStore {
    private static final int BATCH = 256;
    private static final String LOCK = "SELECT id FROM outbox_relay WHERE id = 1 FOR UPDATE SKIP LOCKED";
    private static final String READ =
            "SELECT id, event_id, routing_key, payload, headers, created_at FROM outbox ORDER BY id LIMIT " + BATCH;
    private static final Rows DELETE =
            new Rows("DELETE outbox FROM outbox FORCE INDEX (PRIMARY) WHERE id IN (", "?", ")");
    private static final String PARK =
            "INSERT INTO outbox_parked (id, event_id, routing_key, payload, headers, created_at)"
                    + " SELECT id, event_id, routing_key, payload, headers, created_at FROM outbox WHERE id = ?";

    /** A row on its way. */
    record Waiting(long id, OutgoingMessage message) {}

    private final Pool connection;

    OutboxStore(Database database) {
        this.connection = database.single("outbox-relay");
    }

    /** Runs {@code work} while this node is the one that relays; null when another one is. */
    Future<RelayResult> whileRelaying(Function<SqlConnection, Future<RelayResult>> work) {
        return connection.withTransaction(transaction -> Sql.execute(transaction, LOCK)
                .compose(lock -> lock.size() == 0 ? Future.succeededFuture() : work.apply(transaction)));
    }

    Future<List<Waiting>> read(SqlConnection transaction) {
        return Sql.execute(transaction, READ).map(rows -> rows.stream()
                .map(row -> new Waiting(row.getLong("id"), message(row)))
                .toList());
    }

    Future<Void> delete(SqlConnection transaction, List<Long> ids) {
        return DELETE.change(transaction, Rows.of(ids));
    }

    Future<Void> park(SqlConnection transaction, long id) {
        return Sql.execute(transaction, PARK, id).compose(done -> delete(transaction, List.of(id)));
    }

    Future<Void> close() {
        return connection.close();
    }

    private static OutgoingMessage message(Row row) {
        LocalDateTime created = row.getLocalDateTime("created_at");
        JsonObject headers = new JsonObject(row.getString("headers"));
        return new OutgoingMessage(
                BrokerNames.EXCHANGE,
                row.getString("routing_key"),
                EventProperties.of(
                        Uuids.uuid(row.getBuffer("event_id")),
                        headers.getString("type"),
                        headers.getString("source"),
                        headers.getString("traceparent"),
                        created.toInstant(ZoneOffset.UTC)),
                row.getBuffer("payload"));
    }
}
