package io.likewire.system.rig;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The tables of products-verticle, read past it. */
public final class ProductsDatabase {
    private final Database database;

    ProductsDatabase(String uri) {
        this.database = new Database(uri);
    }

    /** The projected counts, by product. */
    Map<Long, Long> counts() {
        return database.numbers("SELECT id, likes FROM products");
    }

    /** The projected count; -1 for a product that is not there. */
    public long likes(long productId) {
        return database.query("SELECT likes FROM products WHERE id = ?", rows -> rows.getLong(1), productId).stream()
                .findFirst()
                .orElse(-1L);
    }

    /** How many products have the title. */
    public long titled(String title) {
        return database.number("SELECT COUNT(*) FROM products WHERE title = ?", title);
    }

    /** Events out of date, which do no harm when they come. */
    public void fillOutbox(long productId, int number) {
        Numbers.fillOutbox(database, "product.updated", "product_updated", productId, number);
    }

    /** Nobody can change a product until it is closed. */
    public Connection lock() throws SQLException {
        return database.lock("SELECT id FROM products FOR UPDATE");
    }

    /** Changes rows behind the service's back. */
    public void change(String sql, Object... arguments) {
        database.change(sql, arguments);
    }

    /** All of it, as it is now. */
    public Backup backup() {
        return Backup.of(database);
    }

    /** Events that the broker has not confirmed. */
    public long outbox() {
        return database.number("SELECT COUNT(*) FROM outbox");
    }

    /** Everything about all products with ids from the first to the last, to be compared. */
    public List<String> dump(long first, long last) {
        List<String> all = database.dump("SELECT * FROM products WHERE id BETWEEN ? AND ? ORDER BY id", first, last);
        all.addAll(database.dump("SELECT * FROM deleted_products WHERE id BETWEEN ? AND ? ORDER BY id", first, last));
        return all;
    }

    /** Projected count and version of each product, without its id. */
    public List<String> projections(long first, long last) {
        return database.dump(
                "SELECT id - ?, likes, likes_version FROM products WHERE id BETWEEN ? AND ? ORDER BY id",
                first,
                first,
                last);
    }
}
