package io.likewire.products.store;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductTotal;
import io.likewire.platform.database.Rows;
import io.likewire.platform.database.Transactions;
import io.likewire.products.domain.ProductLists;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Pages of products from MySQL. One product more than asked for is read, to know whether there is another page. */
public final class SqlProductLists implements ProductLists {
    private static final int MOST_COUNTED = 100_000;
    private final Transactions lists;
    private final SqlSearch search;

    /** @param searches on few connections of their own, so that they never keep a list waiting */
    public SqlProductLists(Transactions lists, Transactions searches) {
        this.lists = lists;
        this.search = new SqlSearch(searches);
    }

    @Override
    public Future<Slice> read(ProductQuery query, Call call) {
        if (!query.ids().isEmpty()) {
            return lists.read(client -> byIds(client, query.ids()));
        }
        return query.search() == null ? lists.read(client -> page(client, query)) : search.read(query, call);
    }

    private static Future<Slice> byIds(SqlClient client, List<Long> ids) {
        return ListStatements.BY_IDS
                .ask(client, Rows.of(ids))
                .map(found -> new Slice(ProductRow.all(found), false, null));
    }

    private static Future<Slice> page(SqlClient client, ProductQuery query) {
        Future<ProductTotal> total =
                query.total() ? total(client, ListStatements.COUNT, List.of(), MOST_COUNTED) : Future.succeededFuture();
        ListOrder order = ListOrder.of(query.sort());
        List<Object> values = query.after() == null ? List.of() : order.values(query.after());
        return slice(client, ListStatements.page(order, query.after() == null), values, query.limit(), total);
    }

    static Future<Slice> slice(
            SqlClient client, String sql, List<Object> values, int limit, Future<ProductTotal> total) {
        Future<RowSet<Row>> rows = client.preparedQuery(sql).execute(tuple(values, limit + 1));
        return Future.all(rows, total).map(both -> {
            List<Product> found = ProductRow.all(rows.result());
            boolean more = found.size() > limit;
            return new Slice(more ? found.subList(0, limit) : found, more, total.result());
        });
    }

    /** Counting ends at {@code most}. */
    static Future<ProductTotal> total(SqlClient client, String sql, List<Object> values, int most) {
        return client.preparedQuery(sql).execute(tuple(values, most + 1)).map(rows -> {
            long count = rows.iterator().next().getLong(0);
            return new ProductTotal(Math.min(count, most), count <= most);
        });
    }

    private static Tuple tuple(List<Object> values, int last) {
        List<Object> all = new ArrayList<>(values);
        all.add(last);
        return Tuple.tuple(all);
    }
}
