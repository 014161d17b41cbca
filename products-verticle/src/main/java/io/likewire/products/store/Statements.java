package io.likewire.products.store;

import io.likewire.platform.database.Rows;

/** Every statement of the products database, but those of {@link ListStatements}. */
final class Statements {
    /** What a page of a list shows of each product: descriptions would be most of it. */
    static final String LISTED = "id, title, image, likes, likes_version, version, created_at, updated_at";

    private static final String ALL = LISTED + ", description";
    static final String COLUMNS = ALL + " FROM products ";

    /** What clients write, in the order of {@link ProductRow#values}. */
    private static final String FIELDS = "title, image, description";

    private static final String PLACES = FIELDS.replaceAll("\\w+", "?");
    private static final String SET = FIELDS.replaceAll("\\w+", "$0 = ?");
    static final String CLOCK = "CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS UNSIGNED)";
    static final String NEXT_VERSION = "GREATEST(version + 1, " + CLOCK + ")";

    static final String FIND = "SELECT " + COLUMNS + "WHERE id = ?";
    static final String LOCK = "SELECT " + ALL + ", command_id, " + NEXT_VERSION
            + " AS next_version FROM products WHERE id = ? FOR UPDATE";
    static final String INSERT_WITH_ID = "INSERT INTO products (" + FIELDS + ", command_id, id, version) VALUES ("
            + PLACES + ", ?, ?, " + CLOCK + ")";
    static final String UPDATE = "UPDATE products SET " + SET + ", command_id = ?, version = " + NEXT_VERSION
            + ", updated_at = NOW(6) WHERE id = ?";
    static final String BURY = "INSERT INTO deleted_products (id, version, command_id) VALUES (?, ?, ?)";
    static final String FIND_BURIED = "SELECT id FROM deleted_products WHERE id = ? AND command_id = ?";
    static final String IS_BURIED = "SELECT id FROM deleted_products WHERE id = ?";
    static final String DELETE = "DELETE FROM products WHERE id = ?";

    static final String TITLES_AFTER = "SELECT id, title FROM products WHERE id > ? ORDER BY id LIMIT ?";
    static final String AFTER = "SELECT " + COLUMNS + "WHERE id > ? ORDER BY id LIMIT ?";
    static final Rows INSERT_ALL = new Rows(
            "INSERT INTO products (" + FIELDS + ", command_id, version) VALUES",
            "(" + PLACES + ", ?, " + CLOCK + ")",
            "");
    static final Rows FIND_ALL_BY_COMMAND =
            new Rows("SELECT " + COLUMNS + "WHERE command_id IN (", "?", ") ORDER BY id");

    static final Rows LIKE_COUNTS = new Rows("SELECT id, likes, likes_version FROM products WHERE id IN (", "?", ")");

    /** One statement for many products, taken in the order given; the row of zeros only names the columns. */
    static final Rows APPLY_LIKES = new Rows(
            "UPDATE products JOIN (SELECT 0 AS id, 0 AS likes, 0 AS version",
            "UNION ALL SELECT CAST(? AS UNSIGNED), CAST(? AS UNSIGNED), CAST(? AS UNSIGNED)",
            " ",
            ") AS newest ON products.id = newest.id"
                    + " SET products.likes = newest.likes, products.likes_version = newest.version"
                    + " WHERE products.likes_version < newest.version");

    private Statements() {}
}
