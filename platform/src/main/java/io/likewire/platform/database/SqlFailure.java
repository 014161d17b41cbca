package io.likewire.platform.database;

import io.likewire.platform.config.ConfigException;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** What a failed statement means. */
public final class SqlFailure {
    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DUPLICATE_KEY = 1062;
    private static final Set<Integer> REFUSED = Set.of(1044, 1045, 1049, 1142, 1698);

    /**
     * The server lives but can't work now: too many connections, shutting down, killed, read-only, disk full, access
     * being changed.
     */
    private static final Set<Integer> SERVER_TROUBLE = Set.of(
            1021, 1040, 1041, 1044, 1045, 1053, 1077, 1114, 1158, 1159, 1160, 1161, 1203, 1226, 1290, 1317, 1792, 1836,
            1927, 3024, 4031);

    private SqlFailure() {}

    /** The database can't be reached or can't work: the same statement will do later. */
    public static boolean isOutage(Throwable failure) {
        if (failure instanceof MySQLException sql) {
            return SERVER_TROUBLE.contains(sql.getErrorCode());
        }
        return isLostConnection(failure);
    }

    /** Rolled back, or unknown because the connection went: the whole transaction may be tried again. */
    public static boolean isWorthAnotherTry(Throwable failure) {
        if (failure instanceof MySQLException sql) {
            return sql.getErrorCode() == DEADLOCK
                    || sql.getErrorCode() == LOCK_WAIT_TIMEOUT
                    || SERVER_TROUBLE.contains(sql.getErrorCode());
        }
        return isLostConnection(failure);
    }

    /** Somebody held the row for too long. Only the statement was rolled back. */
    public static boolean isLockWaitTimeout(Throwable failure) {
        return failure instanceof MySQLException sql && sql.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    public static boolean isDeadlock(Throwable failure) {
        return failure instanceof MySQLException sql && sql.getErrorCode() == DEADLOCK;
    }

    public static boolean isDuplicate(Throwable failure) {
        return failure instanceof MySQLException sql && sql.getErrorCode() == DUPLICATE_KEY;
    }

    /** One row is the trouble, and a statement without it will do: SQL's data exceptions and broken constraints. */
    public static boolean isOfARow(Throwable failure) {
        return failure instanceof MySQLException sql
                && sql.getSqlState() != null
                && sql.getSqlState().matches("2[23].*");
    }

    /** The server knows this account or database not, or not with this password. */
    static boolean isRefused(Throwable failure) {
        return failure instanceof MySQLException sql && isRefused(sql.getErrorCode());
    }

    static boolean isRefused(int code) {
        return REFUSED.contains(code);
    }

    /** The one line for a setting whose account is refused. */
    static ConfigException refused(String variable, Throwable failure) {
        return new ConfigException(variable + ": the server refuses it: " + failure.getMessage());
    }

    private static boolean isLostConnection(Throwable failure) {
        return failure instanceof ClosedConnectionException
                || failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof ConnectionPoolTooBusyException
                || isOfTheClient(failure);
    }

    /** The SQL client has no type for a corrupt connection, nor for a pool that had none in time. */
    private static boolean isOfTheClient(Throwable failure) {
        return failure.getClass() == VertxException.class
                || (failure instanceof VertxException && "Timeout".equals(failure.getMessage()));
    }
}
