package io.likewire.likes.store;

import io.likewire.platform.database.Rows;

/** Every statement of the likes database. */
final class Statements {
    private static final String NEXT_VERSION =
            "GREATEST(version + 1, CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS UNSIGNED))";
    private static final String PAIR = "(product_id = ? AND liker = ?)";

    /** First of all, by every writer of likes, and in order of id: two nodes never wait for each other in a circle. */
    static final Rows LOCK_PRODUCTS = new Rows(
            "SELECT id, likes, version, " + NEXT_VERSION + ", deleted FROM product WHERE id IN (",
            "?",
            ") ORDER BY id FOR UPDATE");

    static final Rows FIND_LIKES =
            new Rows("SELECT product_id, liker, command_id FROM likes FORCE INDEX (PRIMARY) WHERE", PAIR, " OR ", "");

    /** A like taken back and given again in one batch stays one row, and belongs to the newer command. */
    static final Rows WRITE_LIKES = new Rows(
            "INSERT INTO likes (product_id, liker, command_id) VALUES",
            "(?,?,?)",
            "ON DUPLICATE KEY UPDATE command_id = VALUES(command_id), created_at = NOW(6)");

    /** By key and nothing else: a scan would wait for rows that other nodes write. */
    static final Rows DELETE_LIKES = new Rows("DELETE likes FROM likes FORCE INDEX (PRIMARY) WHERE", PAIR, " OR ", "");

    /** The rows exist and are locked: this only ever updates. */
    static final Rows WRITE_COUNTS = new Rows(
            "INSERT INTO product (id, likes, version, product_version) VALUES",
            "(?,?,?,0)",
            "ON DUPLICATE KEY UPDATE likes = VALUES(likes), version = VALUES(version)");

    static final Rows COUNTS =
            new Rows("SELECT id, likes, version FROM product WHERE NOT deleted AND id IN (", "?", ") ORDER BY id");

    /** By the liker's index, in its order; the join only ever looks up keys. */
    static final String LIKED_BY = "SELECT STRAIGHT_JOIN product.id, product.likes, product.version, likes.created_at"
            + " FROM likes FORCE INDEX (likes_by_liker) JOIN product ON product.id = likes.product_id"
            + " WHERE likes.liker = ? AND likes.product_id > ? AND NOT product.deleted"
            + " ORDER BY likes.product_id LIMIT ?";

    static final String KNOWN = "SELECT id, deleted FROM product WHERE id > ? ORDER BY id LIMIT ?";
    static final String HIGHEST = "SELECT COALESCE(MAX(id), 0) FROM product";

    /** Accounts come before all visitors, in order of their numbers. */
    static final String LAST_ACCOUNT = "SELECT liker FROM likes FORCE INDEX (likes_by_liker)"
            + " WHERE liker < UNHEX('00000000000000010000000000000000') ORDER BY liker DESC LIMIT 1";

    static final String LIVING_AFTER = "SELECT id, likes FROM product WHERE id > ? AND NOT deleted ORDER BY id LIMIT ?";
    static final Rows COUNT_LIKES = new Rows(
            "SELECT product_id, COUNT(*) FROM likes FORCE INDEX (PRIMARY) WHERE product_id IN (",
            "?",
            ") GROUP BY product_id");

    static final Rows LEARN = new Rows(
            "INSERT INTO product (id, product_version, deleted) VALUES",
            "(?,?,?)",
            "ON DUPLICATE KEY UPDATE product_version = GREATEST(product_version, VALUES(product_version)),"
                    + " deleted = deleted OR VALUES(deleted)");

    /** Their likes are removed later, some at a time. */
    static final Rows LEAVE_TO_CASCADE = new Rows("INSERT IGNORE INTO deletion (product_id) VALUES", "(?)", "");

    /** Behind all products' locks, and in order of id. What a version has added is added once. */
    static final Rows ANNOUNCE = new Rows(
            "INSERT INTO announcement (product_id, version, added, removed, traceparent) VALUES",
            "(?,?,?,?,?)",
            "ON DUPLICATE KEY UPDATE added = added + IF(version = VALUES(version), 0, VALUES(added)),"
                    + " removed = removed + IF(version = VALUES(version), 0, VALUES(removed)),"
                    + " traceparent = COALESCE(VALUES(traceparent), traceparent), version = VALUES(version)");

    static final Rows UNANNOUNCED = new Rows("SELECT product_id FROM announcement WHERE product_id IN (", "?", ")");

    private Statements() {}
}
