package io.likewire.products.store;

import io.likewire.contracts.events.EventType;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.platform.database.Sql;
import io.likewire.platform.database.SqlFailure;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.database.Uuids;
import io.likewire.products.domain.ProductRepository.Change;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;

/** Products whose ids another system gave. The counter for our own ids stays above all of them. */
final class SqlForeignIds {
    /** The counter for our own ids stays above all of them, and needs room. */
    private static final long HIGHEST = 1L << 52;

    private SqlForeignIds() {}

    /** Empty when it is there already. */
    static Future<Optional<Product>> adopt(Transactions transactions, long id, ProductDraft draft, Change change) {
        if (id < 1 || id > HIGHEST) {
            return Future.failedFuture(new Refusal(ProblemType.MALFORMED, "No product can have this id"));
        }
        return transactions
                .write(transaction -> insert(transaction, id, draft, change))
                .map(Optional::of)
                .recover(failure -> SqlFailure.isDuplicate(failure)
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure));
    }

    /** Asked for once the row is there and locked: a deletion under way before has buried it by then. */
    private static Future<Void> unlessBuried(SqlConnection transaction, long id) {
        return Sql.execute(transaction, Statements.IS_BURIED, id)
                .compose(rows ->
                        rows.size() == 0 ? Future.succeededFuture() : Future.failedFuture(Refusal.noProduct(id)));
    }

    private static Future<Product> insert(SqlConnection transaction, long id, ProductDraft draft, Change change) {
        return Sql.execute(
                        transaction,
                        Statements.INSERT_WITH_ID,
                        ProductRow.values(draft, Uuids.bytes(change.commandId()), id))
                .map(locked -> SqlProducts.inTime(change, locked))
                .compose(done -> unlessBuried(transaction, id))
                .compose(free -> SqlProducts.existing(transaction, id))
                .compose(product -> SqlProducts.tell(
                                transaction, EventType.PRODUCT_CREATED, SqlProducts.event(product), change)
                        .map(product));
    }
}
