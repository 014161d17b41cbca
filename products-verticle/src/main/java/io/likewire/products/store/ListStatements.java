package io.likewire.products.store;

import io.likewire.platform.database.Rows;
import java.util.Collections;

/** The statements of lists. The order's index is named, so that a plan never depends on statistics. */
final class ListStatements {
    /** MySQL reads the second form, MariaDB the first. Together they end before the gateway asks again. */
    private static final String A_QUARTER_SECOND =
            "/*M! SET STATEMENT max_statement_time = 0.25 FOR */ SELECT /*+ MAX_EXECUTION_TIME(250) */ ";

    private static final String HALF_A_SECOND =
            "/*M! SET STATEMENT max_statement_time = 0.5 FOR */ SELECT /*+ MAX_EXECUTION_TIME(500) */ ";

    private static final String HAS_WORD = "words LIKE ?";
    private static final String MATCH = "MATCH (words) AGAINST (? IN BOOLEAN MODE)";

    /** Products in no order at all: command ids are random. */
    private static final String SAMPLE = " FROM (SELECT words FROM products FORCE INDEX (products_by_command)"
            + " WHERE command_id >= ? ORDER BY command_id LIMIT ?) AS sampled";

    static final Rows BY_IDS = new Rows("SELECT " + Statements.COLUMNS + "WHERE id IN (", "?", ") ORDER BY id");
    static final String COUNT = "SELECT COUNT(*) FROM (SELECT 1 FROM products LIMIT ?) AS counted";

    private ListStatements() {}

    static String page(ListOrder order, boolean first) {
        return "SELECT " + along(order) + (first ? "" : "WHERE " + order.behind) + end(order);
    }

    /** Reads along the order's index and looks at each product, until there are enough. */
    static String searchAlong(ListOrder order, boolean first, int words) {
        return A_QUARTER_SECOND + along(order) + "WHERE " + allOf(words) + behind(order, first) + end(order);
    }

    /** Takes what the full-text index knows of one word, looks at each product, and sorts. */
    static String searchIndex(ListOrder order, boolean first, int words) {
        return HALF_A_SECOND + Statements.LISTED + " FROM products WHERE " + MATCH + " AND " + allOf(words)
                + behind(order, first) + end(order);
    }

    static String countAlong(int words) {
        return A_QUARTER_SECOND + counted("FORCE INDEX (PRIMARY) WHERE " + allOf(words));
    }

    static String countIndex(int words) {
        return HALF_A_SECOND + counted("WHERE " + MATCH + " AND " + allOf(words));
    }

    /** In how many of some products all words are, and what the full-text index would bring for each. */
    static String sample(int words) {
        return A_QUARTER_SECOND + "COALESCE(SUM(" + allOf(words) + "), 0)"
                + ", COALESCE(SUM(words LIKE ?), 0)".repeat(words) + SAMPLE;
    }

    private static String along(ListOrder order) {
        return Statements.LISTED + " FROM products FORCE INDEX (" + order.index + ") ";
    }

    private static String allOf(int words) {
        return String.join(" AND ", Collections.nCopies(words, HAS_WORD));
    }

    private static String behind(ListOrder order, boolean first) {
        return first ? "" : " AND " + order.behind;
    }

    private static String end(ListOrder order) {
        return " ORDER BY " + order.orderBy + " LIMIT ?";
    }

    private static String counted(String rows) {
        return "COUNT(*) FROM (SELECT 1 FROM products " + rows + " LIMIT ?) AS counted";
    }
}
