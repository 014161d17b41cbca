package io.likewire.likes.store;

import io.likewire.contracts.events.Versions;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.likes.domain.CountChange;
import io.likewire.likes.maintenance.CountAudit;
import io.likewire.platform.database.Sql;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts against likes in MySQL. A page is one statement, so what it reads is of one instant. */
public record SqlCountAudit(Transactions transactions, Runnable eventWritten) implements CountAudit {
    private static final Logger LOG = LoggerFactory.getLogger(SqlCountAudit.class);
    private static final int PAGE = 100;
    private static final long MOST_LIKES = 1_000_000;
    private static final String TURN = "SELECT after_id FROM reconciliation WHERE id = 1"
            + " AND (after_id > 0 OR started_at <= NOW(6) - INTERVAL ? SECOND) FOR UPDATE SKIP LOCKED";
    private static final String AHEAD =
            "SELECT id, likes FROM product WHERE id > ? AND NOT deleted ORDER BY id LIMIT " + PAGE;
    private static final String READ = "SELECT id, likes, version,"
            + " (SELECT COUNT(*) FROM likes WHERE product_id = product.id)"
            + " FROM product WHERE id > ? AND id <= ? AND NOT deleted ORDER BY id";
    private static final String TURNED =
            "UPDATE reconciliation SET after_id = ?," + " started_at = IF(?, NOW(6), started_at) WHERE id = 1";
    private static final String LOCK = "SELECT likes, version, GREATEST(version + 1, ?,"
            + " CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS UNSIGNED)) FROM product WHERE id = ? AND NOT deleted FOR UPDATE";
    private static final String COUNT = "SELECT COUNT(*) FROM likes WHERE product_id = ?";
    private static final String WRITE = "UPDATE product SET likes = ?, version = ? WHERE id = ?";

    @Override
    public Future<List<Line>> nextPage(Duration betweenRounds) {
        return transactions.write(transaction -> Sql.execute(transaction, TURN, betweenRounds.toSeconds())
                .compose(turn -> turn.size() == 0
                        ? Future.succeededFuture(List.of())
                        : page(transaction, turn.iterator().next().getLong(0))));
    }

    private static Future<List<Line>> page(SqlConnection transaction, long afterId) {
        return Sql.execute(transaction, AHEAD, afterId).compose(ahead -> {
            List<Long> ids = first(ahead, MOST_LIKES);
            long last = ids.isEmpty() ? 0 : ids.get(ids.size() - 1);
            boolean more = ahead.size() == PAGE || ids.size() < ahead.size();
            return Sql.execute(transaction, TURNED, more ? last : 0, afterId == 0)
                    .compose(turned -> Sql.execute(transaction, READ, afterId, last))
                    .map(rows -> rows.stream().map(SqlCountAudit::line).toList());
        });
    }

    /** Few products when they have many likes: a page must be counted well before a connection counts as silent. */
    static List<Long> first(RowSet<Row> ahead, long mostLikes) {
        List<Long> ids = new ArrayList<>();
        long likes = 0;
        for (Row row : ahead) {
            likes += row.getLong(1);
            if (!ids.isEmpty() && likes > mostLikes) {
                break;
            }
            ids.add(row.getLong(0));
        }
        return ids;
    }

    private static Line line(Row row) {
        return new Line(new LikeCount(row.getLong(0), row.getLong(1), row.getLong(2)), row.getLong(3));
    }

    @Override
    public Future<Boolean> repair(long productId, LikeCount theirs, boolean lost) {
        long above = theirs == null ? 0 : theirs.version() + 1;
        if (theirs != null && !Versions.possible(above)) {
            LOG.error(
                    "products-verticle shows product {} with version {}, which no event can overtake: set it by hand",
                    productId,
                    theirs.version());
            return Future.succeededFuture(false);
        }
        return transactions
                .write(transaction -> Sql.execute(transaction, LOCK, above, productId)
                        .compose(locked -> locked.size() == 0
                                ? Future.succeededFuture(false)
                                : recount(
                                        transaction,
                                        productId,
                                        locked.iterator().next(),
                                        theirs,
                                        lost)))
                .onSuccess(written -> eventWritten.run());
    }

    private static Future<Boolean> recount(
            SqlConnection transaction, long productId, Row locked, LikeCount theirs, boolean lost) {
        return Sql.execute(transaction, COUNT, productId).compose(counted -> {
            long likes = counted.iterator().next().getLong(0);
            LikeCount kept = new LikeCount(productId, locked.getLong(0), locked.getLong(1));
            boolean wrong = likes != kept.likes() || contradicts(theirs, kept);
            return wrong || lost
                    ? write(transaction, new LikeCount(productId, likes, locked.getLong(2)))
                    : Future.succeededFuture(false);
        });
    }

    private static boolean contradicts(LikeCount theirs, LikeCount kept) {
        return theirs != null
                && (theirs.version() > kept.version()
                        || (theirs.version() == kept.version() && theirs.likes() != kept.likes()));
    }

    private static Future<Boolean> write(SqlConnection transaction, LikeCount count) {
        return Sql.execute(transaction, WRITE, count.likes(), count.version(), count.productId())
                .compose(done -> Announcements.write(transaction, List.of(new CountChange(count, 0, 0))))
                .map(true);
    }
}
