package io.likewire.products.store;

import io.likewire.contracts.likes.LikeCount;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Transactions;
import io.likewire.products.domain.LikeCounts;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Projected counts in MySQL. Always in order of id, so that two nodes never wait for each other in a circle. */
public record SqlLikeCounts(Transactions transactions) implements LikeCounts {
    @Override
    public Future<List<LikeCount>> of(List<Long> productIds) {
        return transactions.read(client -> Statements.LIKE_COUNTS
                .ask(client, Rows.of(productIds))
                .map(rows -> rows.stream()
                        .map(row -> new LikeCount(row.getLong(0), row.getLong(1), row.getLong(2)))
                        .toList()));
    }

    @Override
    public Future<Void> apply(Collection<LikeCount> newestPerProduct) {
        List<Object[]> rows = newestPerProduct.stream()
                .sorted(Comparator.comparingLong(LikeCount::productId))
                .map(count -> new Object[] {count.productId(), count.likes(), count.version()})
                .toList();
        return transactions.write(transaction -> Statements.APPLY_LIKES.change(transaction, rows));
    }
}
