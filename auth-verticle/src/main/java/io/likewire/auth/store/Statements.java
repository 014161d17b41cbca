package io.likewire.auth.store;

/** Every statement of the auth database. */
final class Statements {
    private static final String ACCOUNT = "SELECT id, username, role, disabled, created_at, password FROM account ";
    static final String CREATE_ACCOUNT = "INSERT INTO account (username, password, role) VALUES (?, ?, ?)";
    static final String ACCOUNT_BY_NAME = ACCOUNT + "WHERE username = ?";
    static final String ACCOUNT_BY_ID = ACCOUNT + "WHERE id = ?";
    static final String LOCK_ACCOUNT = ACCOUNT_BY_ID + " FOR UPDATE";
    static final String ACCOUNTS_AFTER = ACCOUNT + "WHERE id > ? ORDER BY id LIMIT ?";
    static final String LOCK_ADMINISTRATORS =
            "SELECT id FROM account WHERE role = 'admin' AND disabled = FALSE ORDER BY id FOR UPDATE";
    static final String HAS_ADMINISTRATOR = "SELECT 1 FROM account WHERE role = 'admin' AND disabled = FALSE LIMIT 1";
    static final String CHANGE_ACCOUNT =
            "UPDATE account SET role = ?, disabled = ?, password = COALESCE(?, password) WHERE id = ?";
    static final String CHANGE_PASSWORD = "UPDATE account SET password = ? WHERE id = ?";
    static final String ANYONE_FROM = "SELECT id FROM account WHERE disabled = FALSE AND id >="
            + " (SELECT FLOOR(1 + RAND() * MAX(id)) FROM account) ORDER BY id LIMIT 1";
    static final String ANYONE = "SELECT id FROM account WHERE disabled = FALSE ORDER BY id DESC LIMIT 1";

    /** Accounts are never deleted, so none is gone. */
    static final String HIGHEST_ACCOUNT = "SELECT COALESCE(MAX(id), 0), 0 FROM account";

    static final String CREATE_PLACE_HOLDER =
            "INSERT INTO account (id, username, password, role, disabled) VALUES (?, '', '', '', TRUE)";
    static final String DELETE_ACCOUNT = "DELETE FROM account WHERE id = ?";

    static final String BEGIN_SESSION = "INSERT INTO session (id, account_id, secret, expires_at)"
            + " VALUES (?, ?, ?, NOW(6) + INTERVAL ? SECOND) ON DUPLICATE KEY UPDATE secret = VALUES(secret)";
    static final String LOCK_SESSION = "SELECT a.id, a.username, a.role, a.disabled, a.created_at,"
            + " s.secret, s.previous, s.replaced_at > NOW(6) - INTERVAL ? SECOND"
            + " FROM session s JOIN account a ON a.id = s.account_id"
            + " WHERE s.id = ? AND s.withdrawn_at IS NULL AND s.expires_at > NOW(6) FOR UPDATE";
    static final String REPLACE_SECRET =
            "UPDATE session SET secret = ?, previous = ?, replaced_at = NOW(6) WHERE id = ?";
    static final String END_SESSION = "UPDATE session SET withdrawn_at = NOW(6) WHERE id = ? AND withdrawn_at IS NULL";
    static final String END_BY_SECRET = END_SESSION + " AND (secret = ? OR previous = ?)";
    static final String END_ALL =
            "UPDATE session SET withdrawn_at = NOW(6) WHERE account_id = ? AND withdrawn_at IS NULL";
    static final String END_SOME =
            "UPDATE session SET withdrawn_at = NOW(6) WHERE withdrawn_at IS NULL ORDER BY id LIMIT ?";
    static final String WITHDRAWN = "SELECT id, UNIX_TIMESTAMP(withdrawn_at) FROM session"
            + " WHERE withdrawn_at > NOW(6) - INTERVAL ? SECOND ORDER BY withdrawn_at DESC LIMIT 10000";
    static final String REMEMBER_DEVICE = "INSERT INTO device (id, account_id, seen_at) VALUES (?, ?, NOW(6))"
            + " ON DUPLICATE KEY UPDATE seen_at = NOW(6)";
    static final String SEEN_DEVICE = "UPDATE device d JOIN account a ON a.id = d.account_id"
            + " SET d.seen_at = NOW(6) WHERE d.id = ? AND a.username = ?";
    static final String KNOWS_DEVICE =
            "SELECT 1 FROM device d JOIN account a ON a.id = d.account_id WHERE d.id = ? AND a.username = ?";

    static final String ENSURE_BUDGET = "INSERT IGNORE INTO login_budget (id, empty_at) VALUES (?, 0)";
    static final String LOCK_BUDGET = "SELECT empty_at, CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS UNSIGNED)"
            + " FROM login_budget WHERE id = ? FOR UPDATE";
    static final String SET_BUDGET = "UPDATE login_budget SET empty_at = ? WHERE id = ?";
    static final String GIVE_BACK = "UPDATE login_budget SET empty_at = IF(empty_at > ?, empty_at - ?, 0) WHERE id = ?";

    static final String HOLD_KEY = "INSERT INTO signing_key (kid, jwk, first_seen, last_held)"
            + " VALUES (?, ?, NOW(6), NOW(6)) ON DUPLICATE KEY UPDATE last_held = NOW(6)";
    static final String KNOWN_KEYS = "SELECT kid, jwk, TIMESTAMPDIFF(SECOND, first_seen, NOW(6)) FROM signing_key"
            + " WHERE withdrawn = FALSE AND last_held > NOW(6) - INTERVAL ? SECOND ORDER BY first_seen DESC";
    static final String WITHDRAW_KEY = "UPDATE signing_key SET withdrawn = TRUE WHERE kid = ?";

    /** How many rows are removed at a time, so that nobody waits long for a lock. */
    static final int CHUNK = 256;

    static final String OLD_SESSIONS =
            "DELETE FROM session WHERE expires_at < NOW(6) - INTERVAL 1 DAY ORDER BY expires_at LIMIT " + CHUNK;
    static final String OLD_DEVICES =
            "DELETE FROM device WHERE seen_at < NOW(6) - INTERVAL 400 DAY ORDER BY seen_at LIMIT " + CHUNK;
    static final String OLD_BUDGETS = "DELETE FROM login_budget"
            + " WHERE empty_at < CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS UNSIGNED) - 60000000 ORDER BY empty_at LIMIT "
            + CHUNK;

    private Statements() {}
}
