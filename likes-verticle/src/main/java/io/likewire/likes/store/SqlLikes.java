package io.likewire.likes.store;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.KnownProducts;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeState;
import io.likewire.contracts.likes.LikedProduct;
import io.likewire.likes.domain.BatchResult;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeStore;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Sql;
import io.likewire.platform.database.SqlFailure;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Likes in MySQL. Batches have two connections of their own; everything else shares a pool. */
public final class SqlLikes implements LikeStore {
    private static final int LONGEST_BATCH_S = 15;
    private final Pool batches;
    private final Transactions transactions;

    public SqlLikes(Pool batches, Pool pool) {
        this.batches = batches;
        this.transactions = new Transactions(pool);
    }

    @Override
    public Future<BatchResult> apply(List<LikeCommand> commands, Runnable written) {
        return batches.withTransaction(transaction ->
                        new BatchTransaction(transaction).apply(commands).onSuccess(result -> written.run()))
                .timeout(LONGEST_BATCH_S, TimeUnit.SECONDS)
                .recover(failure -> SqlFailure.isOfARow(failure)
                        ? Future.failedFuture(new UnwritableRow(failure))
                        : Transactions.refuse(failure));
    }

    @Override
    public Future<List<LikeState>> counts(List<Long> productIds, Liker liker) {
        List<Object[]> ids = Rows.of(productIds.stream().distinct().toList());
        return transactions.read(client -> likedAmong(client, productIds, liker)
                .compose(liked -> Statements.COUNTS.ask(client, ids).map(rows -> rows.stream()
                        .map(SqlLikes::count)
                        .map(count -> new LikeState(count, liked.contains(count.productId())))
                        .toList())));
    }

    private static Future<Set<Long>> likedAmong(SqlClient client, List<Long> productIds, Liker liker) {
        return liker == null
                ? Future.succeededFuture(Set.of())
                : Statements.FIND_LIKES
                        .ask(client, BatchTransaction.pairs(productIds, liker))
                        .map(rows -> rows.stream().map(row -> row.getLong(0)).collect(Collectors.toSet()));
    }

    private static LikeCount count(Row row) {
        return new LikeCount(row.getLong(0), row.getLong(1), row.getLong(2));
    }

    @Override
    public Future<List<LikedProduct>> liked(Liker liker, long afterId, int limit) {
        return transactions
                .read(Statements.LIKED_BY, Buffer.buffer(liker.bytes()), afterId, limit)
                .map(rows -> rows.stream()
                        .map(row -> new LikedProduct(
                                count(row), row.getLocalDateTime(3).toInstant(ZoneOffset.UTC)))
                        .toList());
    }

    @Override
    public Future<KnownProducts> known(long afterId, int limit) {
        return transactions.read(client -> Sql.execute(client, Statements.KNOWN, afterId, limit)
                .compose(rows -> Sql.execute(client, Statements.HIGHEST)
                        .map(highest ->
                                known(rows, limit, highest.iterator().next().getLong(0)))));
    }

    private static KnownProducts known(RowSet<Row> rows, int limit, long highest) {
        List<Long> living = new ArrayList<>();
        List<Long> deleted = new ArrayList<>();
        Long last = null;
        for (Row row : rows) {
            last = row.getLong(0);
            (row.getBoolean(1) ? deleted : living).add(last);
        }
        return new KnownProducts(living, deleted, rows.size() < limit ? null : last, highest);
    }

    @Override
    public Future<Long> highestAccount() {
        return transactions
                .read(Statements.LAST_ACCOUNT)
                .map(rows -> rows.size() == 0
                        ? 0
                        : Liker.of(rows.iterator().next().getBuffer(0).getBytes())
                                .account());
    }

    @Override
    public Future<Void> learn(Collection<ReplicaChange> changes) {
        List<Object[]> rows = changes.stream()
                .sorted(Comparator.comparingLong(ReplicaChange::productId))
                .map(change -> new Object[] {change.productId(), change.productVersion(), change.deleted()})
                .toList();
        List<Object[]> deleted = Rows.of(changes.stream()
                .filter(ReplicaChange::deleted)
                .map(ReplicaChange::productId)
                .toList());
        return transactions.write(transaction -> Statements.LEARN
                .change(transaction, rows)
                .compose(learned -> Statements.LEAVE_TO_CASCADE.change(transaction, deleted)));
    }
}
