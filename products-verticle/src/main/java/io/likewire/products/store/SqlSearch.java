package io.likewire.products.store;

import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductTotal;
import io.likewire.platform.store.Transactions;
import io.likewire.platform.store.Uuids;
import io.likewire.products.domain.ProductLists.Slice;
import io.vertx.core.Future;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Searches titles. What many products have is found soon by reading along the list; what few have is in the full-text
 * index. So a look at some products, picked at random, comes first.
 */
final class SqlSearch {
    private static final int SAMPLE_SIZE = 500;
    private static final int MOST_COUNTED = 1_000;
    private static final Set<Integer> OUT_OF_TIME = Set.of(1317, 1969, 3024);
    private final Transactions transactions;

    SqlSearch(Transactions transactions) {
        this.transactions = transactions;
    }

    Future<Slice> read(ProductQuery query) {
        SearchWords words = SearchWords.of(query.search());
        return transactions.read(client -> sample(client, words)
                .compose(sample -> read(client, query, words, sample))
                .recover(SqlSearch::refuseIfOutOfTime));
    }

    /** Words that are common but far away by this order are left to the index in the end, if it can do it. */
    private static Future<Slice> read(SqlClient client, ProductQuery query, SearchWords words, SearchSample sample) {
        String term = sample.rarestTerm(words);
        if (!sample.common() && term != null) {
            return read(client, query, words, term);
        }
        return read(client, query, words, (String) null)
                .recover(failure -> isOutOfTime(failure) && term != null
                        ? read(client, query, words, term)
                        : Future.failedFuture(failure));
    }

    private static Future<SearchSample> sample(SqlClient client, SearchWords words) {
        List<Object> values = new ArrayList<>(words.patterns());
        values.addAll(words.patterns());
        values.add(Uuids.bytes(somewhere()));
        values.add(SAMPLE_SIZE);
        return client.preparedQuery(ListStatements.sample(words.size()))
                .execute(Tuple.tuple(values))
                .map(rows -> SearchSample.read(rows.iterator().next(), words.size()));
    }

    /** In the first half, so that enough follow. */
    private static UUID somewhere() {
        UUID random = UUID.randomUUID();
        return new UUID(random.getMostSignificantBits() >>> 1, random.getLeastSignificantBits());
    }

    /** @param indexed what the full-text index is asked for; null to read along the list */
    private static Future<Slice> read(SqlClient client, ProductQuery query, SearchWords words, String indexed) {
        boolean first = query.after() == null;
        ListOrder order = ListOrder.of(query.sort());
        List<Object> filter = new ArrayList<>();
        if (indexed != null) {
            filter.add(indexed);
        }
        filter.addAll(words.patterns());
        List<Object> values = new ArrayList<>(filter);
        values.addAll(first ? List.of() : order.values(query.after()));
        String sql = indexed == null
                ? ListStatements.searchAlong(order, first, words.size())
                : ListStatements.searchIndex(order, first, words.size());
        String count =
                indexed == null ? ListStatements.countAlong(words.size()) : ListStatements.countIndex(words.size());
        Future<ProductTotal> total =
                query.total() ? SqlProductLists.total(client, count, filter, MOST_COUNTED) : Future.succeededFuture();
        return SqlProductLists.slice(client, sql, values, query.limit(), total);
    }

    private static boolean isOutOfTime(Throwable failure) {
        return failure instanceof MySQLException sql && OUT_OF_TIME.contains(sql.getErrorCode());
    }

    private static <T> Future<T> refuseIfOutOfTime(Throwable failure) {
        return isOutOfTime(failure)
                ? Future.failedFuture(new Refusal(
                        ProblemType.OVERLOADED, "This search takes too long; a rarer word is found sooner", failure))
                : Future.failedFuture(failure);
    }
}
