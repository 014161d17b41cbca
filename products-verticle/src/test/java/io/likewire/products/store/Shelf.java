package io.likewire.products.store;

import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductPosition;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductSort;
import io.likewire.contracts.products.SearchText;
import io.likewire.platform.store.Database;
import io.likewire.platform.store.Transactions;
import io.likewire.products.domain.ProductLists.Slice;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A products database of its own, filled by statements. */
final class Shelf implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    final Pool pool;
    final SqlProductLists lists;

    Shelf() {
        Database database = new Database(vertx, URI.create(TestServers.mysql().freshDatabase("shelf")));
        database.migrate("TEST", "db/products").await();
        pool = database.pool("shelf", 6);
        lists = new SqlProductLists(new Transactions(pool), new Transactions(pool));
    }

    static ProductQuery sorted(ProductSort sort, int limit) {
        return new ProductQuery(sort, null, List.of(), null, limit, false);
    }

    static ProductQuery search(ProductSort sort, String text, int limit) {
        return new ProductQuery(sort, SearchText.parse(text), List.of(), null, limit, false);
    }

    void put(String title, long likes, String createdAt) {
        pool.preparedQuery("INSERT INTO products (title, image, likes, version, command_id, created_at)"
                        + " VALUES (?, '/x', ?, 1, UNHEX(REPLACE(UUID(), '-', '')), ?)")
                .execute(Tuple.of(title, likes, createdAt))
                .await();
    }

    void put(String... titles) {
        for (String title : titles) {
            put(title, 0, "2026-11-21 10:00:00.000001");
        }
    }

    /** Twice as many products, until there are {@code count}; titles, likes and times are spread, with many equals. */
    void multiply(int count) {
        put("Red tea item 0");
        for (int rows = 1; rows < count; rows *= 2) {
            run("INSERT INTO products (title, image, likes, version, command_id, created_at) SELECT CONCAT("
                    + "ELT(1 + (id + " + rows + ") % 7, 'Red', 'Green', 'Blue', 'Old', 'New', 'Warm', 'Cold'), ' ',"
                    + "ELT(1 + (id + " + rows + ") % 20, 'tea', 'cup', 'pot', 'jug', 'tin', 'jar', 'mug', 'box', 'urn',"
                    + "'bowl', 'tray', 'mill', 'lid', 'whisk', 'sieve', 'scale', 'spoon', 'plate', 'glass', 'stand'),"
                    + "' item ', CONV(((id + " + rows + ") * 7919) % 1000003, 10, 36)), image,"
                    + " IF(id % 10 = 0, (id * 31) % 1000, 0), 1, UNHEX(REPLACE(UUID(), '-', '')),"
                    + " created_at + INTERVAL (id DIV 3) SECOND FROM products");
        }
        run("UPDATE products SET command_id = UNHEX(LEFT(SHA2(id, 256), 32))");
        run("ANALYZE TABLE products");
    }

    /** The pages of a list up to its end. */
    List<Product> walk(ProductQuery query, Runnable betweenPages) {
        List<Product> all = new ArrayList<>();
        ProductPosition after = null;
        do {
            Slice slice = lists.read(query.after(after)).await();
            all.addAll(slice.products());
            after = slice.more() ? ProductPosition.of(query.sort(), all.get(all.size() - 1)) : null;
            betweenPages.run();
        } while (after != null);
        return all;
    }

    List<String> titles(ProductQuery query) {
        return walk(query, () -> {}).stream().map(Product::title).toList();
    }

    List<Row> run(String sql) {
        return pool.query(sql)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .await();
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
