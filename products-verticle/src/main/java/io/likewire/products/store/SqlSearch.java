package io.likewire.products.store;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductTotal;
import io.likewire.platform.database.Transactions;
import io.likewire.platform.database.Uuids;
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
record SqlSearch(Transactions transactions) {
    private static final int SAMPLE_SIZE = 500;
    private static final int MOST_COUNTED = 1_000;

    /** 188: the full-text index gave up, for its memory or, with MariaDB, for the time. */
    private static final Set<Integer> OUT_OF_TIME = Set.of(188, 1317, 1969, 3024);

    Future<Slice> read(ProductQuery query, Call call) {
        SearchWords words = SearchWords.of(query.search());
        return transactions.readOnOne(client -> inTime(call)
                .compose(begun -> sample(client, words))
                .compose(sample -> new Search(client, query, words, call).run(sample))
                .recover(SqlSearch::refuseIfOutOfTime));
    }

    /** Whoever asked may have gone while the search waited for a connection. */
    private static Future<Void> inTime(Call call) {
        return call.expired()
                ? Future.failedFuture(new Refusal(ProblemType.TIMEOUT, "The search waited longer than its deadline"))
                : Future.succeededFuture();
    }

    static Future<SearchSample> sample(SqlClient client, SearchWords words) {
        List<Object> values = new ArrayList<>(words.patterns());
        values.addAll(words.termPatterns());
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

    /** One statement after the other, none of which begins when nobody waits any more. */
    private record Search(SqlClient client, ProductQuery query, SearchWords words, Call call) {
        /** Words that are common but far away by this order are left to the index in the end, if it can do it. */
        Future<Slice> run(SearchSample sample) {
            String term = sample.rarestTerm(words);
            if (!sample.common() && term != null) {
                return read(term);
            }
            return read(null)
                    .recover(failure ->
                            isOutOfTime(failure) && term != null ? read(term) : Future.failedFuture(failure));
        }

        /** @param term what the full-text index is asked for; null to read along the list */
        private Future<Slice> read(String term) {
            boolean first = query.after() == null;
            ListOrder order = ListOrder.of(query.sort());
            List<Object> values = filter(term);
            values.addAll(first ? List.of() : order.values(query.after()));
            String sql = term == null
                    ? ListStatements.searchAlong(order, first, words.size())
                    : ListStatements.searchIndex(order, first, words.size());
            Future<Slice> slice = inTime(call)
                    .compose(waiting ->
                            SqlProductLists.slice(client, sql, values, query.limit(), Future.succeededFuture()));
            return query.total()
                    ? slice.compose(found -> total(term).map(total -> new Slice(found.products(), found.more(), total)))
                    : slice;
        }

        private Future<ProductTotal> total(String term) {
            String sql =
                    term == null ? ListStatements.countAlong(words.size()) : ListStatements.countIndex(words.size());
            return inTime(call).compose(waiting -> SqlProductLists.total(client, sql, filter(term), MOST_COUNTED));
        }

        private List<Object> filter(String term) {
            List<Object> filter = new ArrayList<>();
            if (term != null) {
                filter.add(term);
            }
            filter.addAll(words.patterns());
            return filter;
        }
    }

    private static boolean isOutOfTime(Throwable failure) {
        return failure instanceof MySQLException sql && OUT_OF_TIME.contains(sql.getErrorCode());
    }

    static <T> Future<T> refuseIfOutOfTime(Throwable failure) {
        return isOutOfTime(failure)
                ? Future.failedFuture(new Refusal(
                        ProblemType.SEARCH_TOO_SLOW,
                        "This search takes too long. Add a rarer word, or more of its letters",
                        failure))
                : Future.failedFuture(failure);
    }
}
