package io.likewire.products.store;

import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Products from and for the columns of {@link Statements}, in their order. */
final class ProductRow {
    private static final int DESCRIPTION = 8;

    private ProductRow() {}

    /** The fields, and {@code others} behind them. */
    static Object[] values(ProductDraft draft, Object... others) {
        Stream<Object> fields =
                Stream.of(draft.title(), draft.image(), Objects.requireNonNullElse(draft.description(), ""));
        return Stream.concat(fields, Stream.of(others)).toArray();
    }

    static List<Product> all(RowSet<Row> rows) {
        return rows.stream().map(ProductRow::read).toList();
    }

    static Product read(Row row) {
        return new Product(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLocalDateTime(6).toInstant(ZoneOffset.UTC),
                row.getLocalDateTime(7).toInstant(ZoneOffset.UTC),
                row.size() > DESCRIPTION ? row.getString(DESCRIPTION) : null);
    }
}
