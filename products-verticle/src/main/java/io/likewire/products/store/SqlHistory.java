package io.likewire.products.store;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.events.ProductFact;
import io.likewire.contracts.likes.KnownProducts;
import io.likewire.platform.outbox.Outbox;
import io.likewire.platform.outbox.OutboxRow;
import io.likewire.platform.republish.Page;
import io.likewire.platform.store.Rows;
import io.likewire.platform.store.Transactions;
import io.likewire.products.domain.ProductHistory;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is told once more, and settled with others, in MySQL. Pages are locked in order of id. */
public final class SqlHistory implements ProductHistory {
    private static final int PAGE = 250;
    private final Transactions transactions;

    public SqlHistory(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Future<Void> keepIdsAbove(long id) {
        return SqlIds.COUNTER.keepAbove(transactions, id);
    }

    @Override
    public Future<Boolean> isEmpty() {
        return transactions.read(
                client -> client.query(HistoryStatements.ANY).execute().map(rows -> rows.size() == 0));
    }

    @Override
    public Future<Page> tellLiving(long afterId) {
        return transactions.write(transaction -> ids(transaction, HistoryStatements.LIVING_AFTER, afterId)
                .compose(ids -> renew(
                        transaction,
                        ids,
                        HistoryStatements.RENEW_LIVING,
                        HistoryStatements.FIND_LIVING,
                        row -> fact(EventType.PRODUCT_UPDATED, SqlProducts.fact(ProductRow.read(row))))));
    }

    @Override
    public Future<Page> tellDeleted(long afterId) {
        return transactions.write(transaction -> ids(transaction, HistoryStatements.DELETED_AFTER, afterId)
                .compose(ids -> renew(
                        transaction,
                        ids,
                        HistoryStatements.RENEW_DELETED,
                        HistoryStatements.FIND_DELETED,
                        SqlHistory::deletion)));
    }

    private static Future<List<Long>> ids(SqlConnection transaction, String sql, long afterId) {
        return transaction.preparedQuery(sql).execute(Tuple.of(afterId, PAGE)).map(SqlHistory::firstColumn);
    }

    private static Future<Page> renew(
            SqlConnection transaction, List<Long> ids, Rows renew, Rows find, Function<Row, OutboxRow> fact) {
        if (ids.isEmpty()) {
            return Future.succeededFuture(new Page(0, null));
        }
        Long lastId = ids.size() < PAGE ? null : ids.get(PAGE - 1);
        return renew.change(transaction, rows(ids))
                .compose(done -> tell(transaction, ids, find, fact))
                .map(facts -> new Page(facts, lastId));
    }

    @Override
    public Future<Integer> settle(KnownProducts theirs) {
        return transactions.write(transaction -> new SqlSettlement(transaction).with(theirs));
    }

    static Future<Integer> tell(SqlConnection transaction, List<Long> ids, Rows find, Function<Row, OutboxRow> fact) {
        return find.ask(transaction, rows(ids)).compose(rows -> {
            List<OutboxRow> facts = new ArrayList<>(rows.size());
            rows.forEach(row -> facts.add(fact.apply(row)));
            return Outbox.write(transaction, facts).map(facts.size());
        });
    }

    static OutboxRow deletion(Row row) {
        return fact(EventType.PRODUCT_DELETED, ProductFact.deletion(row.getLong(0), row.getLong(1)));
    }

    private static OutboxRow fact(EventType type, ProductFact fact) {
        return OutboxRow.of(type, fact.print(), SqlProducts.SOURCE, null);
    }

    static List<Object[]> rows(List<Long> ids) {
        return ids.stream().map(id -> new Object[] {id}).toList();
    }

    static List<Long> firstColumn(RowSet<Row> rows) {
        List<Long> ids = new ArrayList<>(rows.size());
        rows.forEach(row -> ids.add(row.getLong(0)));
        return ids;
    }
}
