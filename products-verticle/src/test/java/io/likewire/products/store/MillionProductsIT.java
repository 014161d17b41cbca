package io.likewire.products.store;

import static io.likewire.contracts.products.ProductSort.ID;
import static io.likewire.products.store.ProductTables.search;
import static io.likewire.products.store.ProductTables.sorted;

import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductPosition;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductSort;
import io.vertx.sqlclient.Row;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long lists take at 1,048,576 products; prints tables. Only with {@code -Psoak}. */
@Tag("soak")
class MillionProductsIT {
    private static final int ROUNDS = 21;
    private static final List<String> COLUMNS =
            List.of("PRIMARY", "products_by_title", "products_by_likes", "products_by_creation");

    @AutoClose
    private static ProductTables tables;

    @BeforeAll
    static void fill() throws SQLException {
        tables = new ProductTables();
        try (Connection connection = DriverManager.getConnection(tables.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE products DROP KEY products_by_likes, DROP KEY products_by_title,"
                    + " DROP KEY products_by_creation, DROP KEY products_by_words");
            ProductTables.multiply(statement::execute, 1 << 20);
            statement.execute("ALTER TABLE products ADD KEY products_by_likes (likes, id),"
                    + " ADD KEY products_by_title (title, id), ADD KEY products_by_creation (created_at, id),"
                    + " ADD FULLTEXT KEY products_by_words (words)");
            statement.execute("ANALYZE TABLE products");
        }
    }

    @Test
    void plans() {
        for (ListOrder order : ListOrder.values()) {
            Row middle = tables.run("SELECT id, title, likes, created_at FROM products WHERE id = 700000")
                    .get(0);
            int column = COLUMNS.indexOf(order.index);
            String key = column == 0 ? null : quoted(middle.getValue(column));
            explain("first page by " + order, ListStatements.page(order, true), "101");
            String behind = key == null ? "700000" : key + ", " + key + ", 700000";
            explain("deep page by " + order, ListStatements.page(order, false), behind + ", 101");
        }
        explain("rare word", ListStatements.searchIndex(ListOrder.MOST_LIKED, true, 1), "'zz1ab*', '% zz1ab%', 101");
        explain("common word", ListStatements.searchAlong(ListOrder.MOST_LIKED, true, 1), "'% zztea %', 101");
        explain("total", ListStatements.COUNT, "100001");
    }

    @Test
    void times() {
        for (ProductSort sort : ProductSort.values()) {
            time("first page by " + sort.wireName(), sorted(sort, 100));
            time("page in the middle by " + sort.wireName(), sorted(sort, 100).after(middle(sort)));
            time(
                    "page of 500 in the middle by " + sort.wireName(),
                    sorted(sort, 500).after(middle(sort)));
        }
        for (String text : List.of(
                "item",
                "tea",
                "red tea",
                "plain",
                "warm whisk item 1",
                "1abc",
                "1a",
                "red 1ab",
                "nothing",
                "\uD800\uDF30",
                "ite\uD840\uDC00",
                "te\uD840\uDC00",
                "tea r\uD840\uDC00")) {
            for (ProductSort sort : ProductSort.values()) {
                time("`" + text + "` by " + sort.wireName(), search(sort, text, 100));
            }
        }
        time(
                "100 ids",
                new ProductQuery(
                        ID,
                        null,
                        LongStream.rangeClosed(500_000, 500_099).boxed().toList(),
                        null,
                        100,
                        false));
        time("with total", new ProductQuery(ID, null, List.of(), null, 100, true));
        ProductQuery tea = search(ID, "tea", 100);
        time("`tea` with total", new ProductQuery(ID, tea.search(), List.of(), null, 100, true));
    }

    private static ProductPosition middle(ProductSort sort) {
        ProductQuery one = new ProductQuery(ID, null, List.of(700_000L), null, 100, false);
        Product product = tables.read(one).products().get(0);
        return ProductPosition.of(sort, product);
    }

    private static String quoted(Object value) {
        return value instanceof Number
                ? value.toString()
                : "'" + value.toString().replace('T', ' ') + "'";
    }

    private static void time(String what, ProductQuery query) {
        long[] micros = new long[ROUNDS];
        int found = 0;
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            try {
                found = tables.read(query).products().size();
            } catch (Refusal refusal) {
                refused++;
            }
            micros[i] = (System.nanoTime() - begun) / 1_000;
        }
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f ms | %.1f ms | %d |%n",
                what,
                found,
                micros[ROUNDS / 2] / 1e3,
                micros[ROUNDS - 1] / 1e3,
                refused);
    }

    private static void explain(String what, String sql, String values) {
        String filled = sql.replaceFirst("/\\*M! .*? \\*/", "");
        for (String value : values.split(", ")) {
            filled = filled.replaceFirst("\\?", value);
        }
        for (Row row : tables.run("EXPLAIN FORMAT=TRADITIONAL " + filled)) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |%n",
                    what,
                    row.getString("type"),
                    row.getString("key"),
                    row.getValue("rows"),
                    row.getString("Extra"));
        }
    }
}
