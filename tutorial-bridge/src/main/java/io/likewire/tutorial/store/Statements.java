package io.likewire.tutorial.store;

import io.likewire.platform.database.Rows;

/** Every statement of the bridge's database. */
final class Statements {
    static final Rows BEGIN = new Rows("INSERT IGNORE INTO told (product_id) VALUES", "(?)", "");
    static final Rows LOCK = new Rows(
            "SELECT product_id, known, deleted, product_version, likes, likes_version, untold, liked FROM told"
                    + " WHERE product_id IN (",
            "?",
            ") ORDER BY product_id FOR UPDATE");
    static final Rows WRITE = new Rows(
            "INSERT INTO told (product_id, known, deleted, product_version, likes, likes_version, untold, liked) VALUES",
            "(?,?,?,?,?,?,?,?)",
            "ON DUPLICATE KEY UPDATE known = VALUES(known), deleted = VALUES(deleted),"
                    + " product_version = VALUES(product_version), likes = VALUES(likes),"
                    + " likes_version = VALUES(likes_version), untold = VALUES(untold), liked = VALUES(liked)");

    static final Rows KNOWN = new Rows(
            "INSERT INTO told (product_id, known) VALUES", "(?, TRUE)", "ON DUPLICATE KEY UPDATE known = TRUE");

    static final String GONE = "UPDATE told SET known = FALSE WHERE product_id = ?";

    /** In this order: the first one reads what the second one writes. */
    static final String IMPORT = "INSERT INTO told (product_id, known, untold, imported) VALUES (?, TRUE, ?, ?)"
            + " ON DUPLICATE KEY UPDATE known = TRUE,"
            + " untold = untold + IF(VALUES(imported) > imported, VALUES(imported) - imported, 0),"
            + " imported = GREATEST(imported, VALUES(imported))";

    static final String IS_JOINED = "SELECT id FROM joined WHERE id = 1";
    static final String JOINED = "INSERT IGNORE INTO joined (id) VALUES (1)";

    static final Rows ENQUEUE = new Rows("INSERT INTO outgoing (queue, event, body, times) VALUES", "(?,?,?,?)", "");
    static final String SPAN = "SELECT CAST(COALESCE(MAX(id) - MIN(id) + 1, 0) AS SIGNED) FROM outgoing";
    static final String NEXT =
            "SELECT id, event, body, times FROM outgoing WHERE queue = ? ORDER BY queue, id LIMIT 100";
    static final Rows DELETE = new Rows("DELETE FROM outgoing WHERE id IN (", "?", ")");

    private Statements() {}
}
