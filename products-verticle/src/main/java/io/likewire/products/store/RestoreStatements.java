package io.likewire.products.store;

import io.likewire.platform.database.Rows;

/** The statements of {@link SqlRestoredProducts}. */
final class RestoreStatements {
    static final String HIGHEST = "SELECT COALESCE((SELECT MAX(id) FROM products), 0),"
            + " COALESCE((SELECT MAX(id) FROM deleted_products), 0)";

    static final String ANY = "SELECT id FROM products LIMIT 1";
    static final String LIVING_AFTER = "SELECT id FROM products WHERE id > ? ORDER BY id LIMIT ?";
    static final Rows RENEW_LIVING =
            new Rows("UPDATE products SET version = " + Statements.NEXT_VERSION + " WHERE id IN (", "?", ")");
    static final Rows FIND_LIVING = new Rows("SELECT " + Statements.COLUMNS + "WHERE id IN (", "?", ") ORDER BY id");

    static final String DELETED_AFTER = "SELECT id FROM deleted_products WHERE id > ? ORDER BY id LIMIT ?";
    static final Rows RENEW_DELETED =
            new Rows("UPDATE deleted_products SET version = " + Statements.NEXT_VERSION + " WHERE id IN (", "?", ")");
    static final Rows FIND_DELETED =
            new Rows("SELECT id, version FROM deleted_products WHERE id IN (", "?", ") ORDER BY id");

    static final Rows LOCK_LIVING = new Rows("SELECT id FROM products WHERE id IN (", "?", ") ORDER BY id FOR UPDATE");
    static final Rows REMOVE = new Rows("DELETE FROM products WHERE id IN (", "?", ")");

    /** The version is the clock's: the row that it must be above is gone, or was written long ago. */
    static final Rows BURY = new Rows(
            "INSERT INTO deleted_products (id, command_id, version) VALUES",
            "(?, ?, " + Statements.CLOCK + ")",
            "ON DUPLICATE KEY UPDATE version = GREATEST(deleted_products.version + 1, VALUES(version))");

    private RestoreStatements() {}
}
