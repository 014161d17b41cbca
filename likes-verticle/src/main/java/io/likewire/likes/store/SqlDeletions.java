package io.likewire.likes.store;

import io.likewire.platform.database.Sql;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

/**
 * Likes of deleted products in MySQL. Locks the product first, like every writer of likes. What is left to do is in the
 * database: a crash in the middle costs nothing, and any node goes on.
 */
public record SqlDeletions(Transactions transactions) {
    private static final int CHUNK = 1_000;
    private static final String NEXT = "SELECT product_id FROM deletion ORDER BY product_id LIMIT 1";
    private static final String LOCK = "SELECT id FROM product WHERE id = ? FOR UPDATE SKIP LOCKED";
    private static final String REMOVE = "DELETE FROM likes WHERE product_id = ? LIMIT " + CHUNK;
    private static final String EMPTIED = "UPDATE product SET likes = 0 WHERE id = ?";
    private static final String DONE = "DELETE FROM deletion WHERE product_id = ?";

    /** Removes some likes of one deleted product; true when there may be more to do. */
    public Future<Boolean> removeSome() {
        return transactions.write(transaction -> Sql.execute(transaction, NEXT)
                .compose(next -> next.size() == 0
                        ? Future.succeededFuture(false)
                        : removeOf(transaction, next.iterator().next().getLong(0))));
    }

    /** Somebody else may hold the product, if only for a moment. */
    private static Future<Boolean> removeOf(SqlConnection transaction, long product) {
        return Sql.execute(transaction, LOCK, product)
                .compose(locked -> locked.size() == 0
                        ? Future.succeededFuture(true)
                        : Sql.execute(transaction, REMOVE, product)
                                .compose(removed -> removed.rowCount() == CHUNK
                                        ? Future.succeededFuture()
                                        : finish(transaction, product))
                                .map(true));
    }

    private static Future<Void> finish(SqlConnection transaction, long product) {
        return Sql.execute(transaction, EMPTIED, product)
                .compose(done -> Sql.execute(transaction, DONE, product))
                .mapEmpty();
    }
}
