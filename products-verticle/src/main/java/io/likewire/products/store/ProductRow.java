package io.likewire.products.store;

import io.likewire.contracts.products.Product;
import io.vertx.sqlclient.Row;
import java.time.ZoneOffset;

/** Reads a product from the columns of {@link Statements}, in their order. */
final class ProductRow {
    private ProductRow() {}

    static Product read(Row row) {
        return new Product(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLocalDateTime(6).toInstant(ZoneOffset.UTC),
                row.getLocalDateTime(7).toInstant(ZoneOffset.UTC));
    }
}
