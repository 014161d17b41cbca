package io.likewire.likes.store;

import io.likewire.contracts.bus.Liker;
import io.likewire.likes.domain.BatchResult;
import io.likewire.likes.domain.CountChange;
import io.likewire.likes.domain.Fold;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeKey;
import io.likewire.likes.domain.LockedProduct;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Uuids;
import io.likewire.platform.idempotency.IdempotencyKeys;
import io.likewire.platform.idempotency.StoredAnswer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One batch in one transaction: lock the products, read the likes, claim idempotency keys, fold, write. The lock comes
 * first, so what is read after it is exact. Writes go out one after the other: behind a deadlock, which ends the
 * transaction, a later one would be committed alone.
 */
record BatchTransaction(SqlConnection transaction) {
    Future<BatchResult> apply(List<LikeCommand> commands) {
        List<Object[]> ids = Rows.of(commands.stream()
                .map(command -> command.pair().productId())
                .distinct()
                .sorted()
                .toList());
        List<Object[]> pairs = commands.stream()
                .map(LikeCommand::pair)
                .distinct()
                .sorted()
                .map(BatchTransaction::key)
                .toList();
        Future<RowSet<Row>> locked = Statements.LOCK_PRODUCTS.ask(transaction, ids);
        Future<RowSet<Row>> existing = Statements.FIND_LIKES.ask(transaction, pairs);
        return Future.all(locked, existing).compose(both -> {
            long now = System.currentTimeMillis();
            List<LockedProduct> products =
                    locked.result().stream().map(BatchTransaction::product).toList();
            return BatchKeys.claim(transaction, commands, products, now).compose(repeats -> {
                BatchResult applied = new Fold(products, likes(existing.result()), now).of(repeats.first());
                return write(applied, repeats.toKeep(applied)).map(written -> repeats.answerAll(applied));
            });
        });
    }

    static List<Object[]> pairs(Collection<Long> productIds, Liker liker) {
        return productIds.stream()
                .distinct()
                .map(id -> key(new LikeKey(id, liker)))
                .toList();
    }

    private Future<Void> write(BatchResult changes, List<StoredAnswer> keyed) {
        List<Object[]> written = changes.written().entrySet().stream()
                .map(like -> new Object[] {
                    like.getKey().productId(), bytes(like.getKey().liker()), Uuids.bytes(like.getValue())
                })
                .toList();
        List<Object[]> removed =
                changes.removed().stream().map(BatchTransaction::key).toList();
        List<Object[]> counts = changes.counts().stream()
                .map(CountChange::count)
                .map(count -> new Object[] {count.productId(), count.likes(), count.version()})
                .toList();
        return Statements.WRITE_LIKES
                .change(transaction, written)
                .compose(done -> Statements.DELETE_LIKES.change(transaction, removed))
                .compose(done -> Statements.WRITE_COUNTS.change(transaction, counts))
                .compose(done -> IdempotencyKeys.keep(transaction, keyed))
                .compose(done -> Announcements.write(transaction, changes.counts()));
    }

    private static LockedProduct product(Row row) {
        return new LockedProduct(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getBoolean(4));
    }

    private static Map<LikeKey, UUID> likes(RowSet<Row> rows) {
        Map<LikeKey, UUID> likes = new HashMap<>();
        for (Row row : rows) {
            Liker liker = Liker.of(row.getBuffer(1).getBytes());
            likes.put(new LikeKey(row.getLong(0), liker), Uuids.uuid(row.getBuffer(2)));
        }
        return likes;
    }

    private static Object[] key(LikeKey pair) {
        return new Object[] {pair.productId(), bytes(pair.liker())};
    }

    private static Buffer bytes(Liker liker) {
        return Buffer.buffer(liker.bytes());
    }
}
