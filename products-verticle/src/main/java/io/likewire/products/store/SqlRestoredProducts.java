package io.likewire.products.store;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.ProductEvent;
import io.likewire.contracts.likes.KnownProducts;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Sql;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.database.Uuids;
import io.likewire.platform.outbox.Outbox;
import io.likewire.platform.outbox.OutboxRow;
import io.likewire.platform.recovery.IdFloor;
import io.likewire.platform.recovery.RepublishPage;
import io.likewire.products.domain.RestoredProducts;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What is told once more, and settled with others, in MySQL. Pages are locked in order of id. */
public record SqlRestoredProducts(Transactions transactions) implements RestoredProducts {
    private static final int PAGE = 250;
    private static final long EVENTS_ON_THE_WAY = 1_000;
    private static final IdFloor IDS = new IdFloor(
            "product",
            EVENTS_ON_THE_WAY,
            RestoreStatements.HIGHEST,
            Statements.INSERT_WITH_ID,
            id -> Tuple.from(ProductRow.values(new ProductDraft("", ""), Uuids.bytes(UUID.randomUUID()), id)),
            Statements.DELETE);

    @Override
    public Future<Void> keepIdsAbove(long id) {
        return IDS.keepAbove(transactions, id);
    }

    @Override
    public Future<Boolean> isEmpty() {
        return transactions.read(RestoreStatements.ANY).map(rows -> rows.size() == 0);
    }

    @Override
    public Future<RepublishPage> tellLiving(long afterId) {
        return renew(
                afterId,
                RestoreStatements.LIVING_AFTER,
                RestoreStatements.RENEW_LIVING,
                RestoreStatements.FIND_LIVING,
                row -> event(EventType.PRODUCT_UPDATED, SqlProducts.event(ProductRow.read(row))));
    }

    @Override
    public Future<RepublishPage> tellDeleted(long afterId) {
        return renew(
                afterId,
                RestoreStatements.DELETED_AFTER,
                RestoreStatements.RENEW_DELETED,
                RestoreStatements.FIND_DELETED,
                SqlRestoredProducts::deletion);
    }

    private Future<RepublishPage> renew(
            long afterId, String next, Rows renew, Rows find, Function<Row, OutboxRow> event) {
        return transactions.write(transaction -> Sql.execute(transaction, next, afterId, PAGE)
                .map(SqlRestoredProducts::firstColumn)
                .compose(ids -> ids.isEmpty()
                        ? Future.succeededFuture(new RepublishPage(0, null))
                        : renew.change(transaction, Rows.of(ids))
                                .compose(done -> tell(transaction, ids, find, event))
                                .map(events ->
                                        new RepublishPage(events, ids.size() < PAGE ? null : ids.get(PAGE - 1)))));
    }

    @Override
    public Future<Integer> settle(KnownProducts theirs) {
        return transactions.write(transaction -> new SqlDivergenceRepair(transaction).with(theirs));
    }

    static Future<Integer> tell(SqlConnection transaction, List<Long> ids, Rows find, Function<Row, OutboxRow> event) {
        return find.ask(transaction, Rows.of(ids)).compose(rows -> {
            List<OutboxRow> events = rows.stream().map(event).toList();
            return Outbox.write(transaction, events).map(events.size());
        });
    }

    static OutboxRow deletion(Row row) {
        return event(EventType.PRODUCT_DELETED, ProductEvent.deletion(row.getLong(0), row.getLong(1)));
    }

    private static OutboxRow event(EventType type, ProductEvent event) {
        return OutboxRow.of(type, event.print(), SqlProducts.SOURCE, null);
    }

    static List<Long> firstColumn(RowSet<Row> rows) {
        return rows.stream().map(row -> row.getLong(0)).toList();
    }
}
