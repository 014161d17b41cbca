package io.likewire.system.rig;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The tables of products-verticle, read past it. */
public final class ProductsDatabase extends Database {
    ProductsDatabase(String uri) {
        super(uri);
    }

    /** The projected counts, by product. */
    Map<Long, Long> counts() {
        return numbers("SELECT id, likes FROM products");
    }

    /** The projected count; -1 for a product that is not there. */
    public long likes(long productId) {
        return query("SELECT likes FROM products WHERE id = ?", rows -> rows.getLong(1), productId).stream()
                .findFirst()
                .orElse(-1L);
    }

    /** How many products have the title. */
    public long titled(String title) {
        return number("SELECT COUNT(*) FROM products WHERE title = ?", title);
    }

    /** Events out of date, which do no harm when they come. */
    public void fillOutbox(long productId, int number) {
        Numbers.fillOutbox(this, "product.updated", "product_updated", productId, number);
    }

    /** Nobody can change a product until it is closed. */
    public Connection lock() throws SQLException {
        return lock("SELECT id FROM products FOR UPDATE");
    }

    /** Events that the broker has not confirmed. */
    public long outbox() {
        return number("SELECT COUNT(*) FROM outbox");
    }

    /** Everything about all products with ids from the first to the last, to be compared. */
    public List<String> dump(long first, long last) {
        List<String> all = dump("SELECT * FROM products WHERE id BETWEEN ? AND ? ORDER BY id", first, last);
        all.addAll(dump("SELECT * FROM deleted_products WHERE id BETWEEN ? AND ? ORDER BY id", first, last));
        return all;
    }
}
