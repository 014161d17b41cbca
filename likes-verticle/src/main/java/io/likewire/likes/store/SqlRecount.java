package io.likewire.likes.store;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.likes.domain.CountChange;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.recovery.RepublishPage;
import io.likewire.platform.recovery.RepublishSource;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every count once more: counted from the likes under the products' locks, with a new version, and announced.
 *
 * @param committed told of the counts of each page
 */
public record SqlRecount(Transactions transactions, Consumer<List<LikeCount>> committed) implements RepublishSource {
    private static final int PAGE = 250;

    /** Nobody else writes likes of a page while it is counted: that must take moments. */
    private static final long MOST_LIKES = 100_000;

    @Override
    public Future<RepublishPage> after(long id) {
        return transactions.read(Statements.LIVING_AFTER, id, PAGE).compose(ahead -> {
            List<Long> ids = SqlCountAudit.first(ahead, MOST_LIKES);
            if (ids.isEmpty()) {
                return Future.succeededFuture(new RepublishPage(0, null));
            }
            boolean more = ids.size() == PAGE || ids.size() < ahead.size();
            Long last = ids.get(ids.size() - 1);
            return transactions
                    .write(transaction -> recount(transaction, Rows.of(ids)))
                    .onSuccess(committed::accept)
                    .map(counts -> new RepublishPage(counts.size(), more ? last : null));
        });
    }

    private static Future<List<LikeCount>> recount(SqlConnection transaction, List<Object[]> ids) {
        return Statements.LOCK_PRODUCTS
                .ask(transaction, ids)
                .compose(locked -> Statements.COUNT_LIKES.ask(transaction, ids).compose(counted -> {
                    List<LikeCount> counts = counts(locked, counted);
                    return write(transaction, counts).map(counts);
                }));
    }

    private static List<LikeCount> counts(RowSet<Row> locked, RowSet<Row> counted) {
        Map<Long, Long> likes = new HashMap<>();
        counted.forEach(row -> likes.put(row.getLong(0), row.getLong(1)));
        return locked.stream()
                .filter(row -> !row.getBoolean(4))
                .map(row -> new LikeCount(row.getLong(0), likes.getOrDefault(row.getLong(0), 0L), row.getLong(3)))
                .toList();
    }

    private static Future<Void> write(SqlConnection transaction, List<LikeCount> counts) {
        List<Object[]> rows = counts.stream()
                .map(count -> new Object[] {count.productId(), count.likes(), count.version()})
                .toList();
        return Statements.WRITE_COUNTS
                .change(transaction, rows)
                .compose(done -> Announcements.write(
                        transaction,
                        counts.stream()
                                .map(count -> new CountChange(count, 0, 0))
                                .toList()));
    }
}
