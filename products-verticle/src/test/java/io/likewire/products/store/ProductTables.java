package io.likewire.products.store;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductPosition;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductSort;
import io.likewire.contracts.products.SearchText;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.likewire.products.domain.ProductLists.Slice;
import io.likewire.products.domain.ProductRepository.Change;
import io.likewire.servers.testing.LeastRights;
import io.likewire.servers.testing.TestServers;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A products database of its own, and what tests ask and say past the service. */
public final class ProductTables implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    public final Vertx vertx = Vertx.vertx();
    public final Transactions transactions;
    final URI owner;
    final Pool pool;
    final SqlProductLists lists;

    /** With the rights of a service: it may change rows and no tables. */
    public ProductTables() {
        this(LeastRights.in("products"));
    }

    private ProductTables(LeastRights rights) {
        this(rights.service(), rights.migrations());
    }

    private ProductTables(URI service, URI owner) {
        this.owner = owner;
        Database database = new Database(vertx, service, owner);
        database.migrate("db/products").await();
        pool = database.pool("test", 8);
        transactions = new Transactions(pool);
        lists = new SqlProductLists(transactions, transactions);
    }

    /** With all rights, so that others can be seen to wait for locks. */
    static ProductTables ofAdministrator() {
        URI all = URI.create(TestServers.mysql().freshDatabase("products"));
        return new ProductTables(all, all);
    }

    /** Expects nothing, and is never late. */
    public static Change change() {
        return new Change(UUID.randomUUID(), null, null, Long.MAX_VALUE);
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

    void multiply(int count) {
        multiply(this::run, count);
    }

    /** Twice as many products, until there are {@code count}; titles, likes and times are spread, with many equals. Plain ones are not liked. */
    static <E extends Exception> void multiply(Runner<E> runner, int count) throws E {
        runner.run("INSERT INTO products (title, image, version, command_id) VALUES ('Red tea item 0', '/x', 1, '')");
        for (int rows = 1; rows < count; rows *= 2) {
            runner.run("INSERT INTO products (title, image, likes, version, command_id, created_at) SELECT CONCAT("
                    + "ELT(1 + CRC32(CONCAT('a', id, '-', " + rows + ")) % 7,"
                    + "'Red', 'Green', 'Blue', 'Old', 'New', 'Warm', 'Cold'), ' ',"
                    + "ELT(1 + CRC32(CONCAT('b', id, '-', " + rows + ")) % 20,"
                    + "'tea', 'cup', 'pot', 'jug', 'tin', 'jar', 'mug', 'box', 'urn',"
                    + "'bowl', 'tray', 'mill', 'lid', 'whisk', 'sieve', 'scale', 'spoon', 'plate', 'glass', 'stand'),"
                    + "' item ', CONV(((id + " + rows + ") * 7919) % 1000003, 10, 36),"
                    + " IF(id % 20 = 1, ' plain', '')), image,"
                    + " IF(id % 10 = 0, (id * 31) % 1000, 0), 1, UNHEX(LEFT(SHA2(CONCAT(id, '-', " + rows
                    + "), 256), 32)), created_at + INTERVAL (id DIV 3) SECOND FROM products");
        }
    }

    interface Runner<E extends Exception> {
        void run(String sql) throws E;
    }

    /** The pages of a list up to its end. */
    List<Product> walk(ProductQuery query, Runnable betweenPages) {
        List<Product> all = new ArrayList<>();
        ProductPosition after = null;
        do {
            Slice slice = read(query.after(after));
            all.addAll(slice.products());
            after = slice.more() ? ProductPosition.of(query.sort(), all.get(all.size() - 1)) : null;
            betweenPages.run();
        } while (after != null);
        return all;
    }

    Slice read(ProductQuery query) {
        return lists.read(query, Call.question(PATIENCE)).await();
    }

    List<String> titles(ProductQuery query) {
        return walk(query, () -> {}).stream().map(Product::title).toList();
    }

    List<Row> run(String sql) {
        return transactions
                .read(client -> client.query(sql).execute())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .await();
    }

    long number(String sql) {
        return run(sql).get(0).getLong(0);
    }

    /** For changes of the table, and statements that take longer than the pool waits. */
    String jdbcUrl() {
        String[] credentials = owner.getUserInfo().split(":", 2);
        return "jdbc:mariadb://" + owner.getAuthority().replaceFirst(".*@", "") + owner.getPath() + "?user="
                + credentials[0] + "&password=" + credentials[1] + "&allowPublicKeyRetrieval=true";
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
