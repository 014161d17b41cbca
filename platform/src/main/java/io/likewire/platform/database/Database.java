package io.likewire.platform.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * Connections to one MySQL or MariaDB database. Every session reads committed data, is strict, counts time in UTC and
 * waits three seconds for a lock at most. A connection that hears nothing for {@link #SILENCE_S} seconds is closed on both
 * sides: a hung server fails its callers instead of keeping them, and a hung service loses its locks.
 */
public final class Database {
    private static final int SILENCE_S = 10;

    /** The pool retires an idle connection well before its silence would break it. */
    private static final int IDLE_S = 5;

    /** When a connection is lost the client fails one of the commands under way and forgets the others for ever. */
    private static final int ONE_AT_A_TIME = 1;

    /** For a connection: the gateway gives its callers up by then, so what waited longer is dropped unseen. */
    private static final int NOBODY_WAITS_LONGER_MS = 1_400;

    private static final int OWNER_WAITS_MS = 3_000;
    private static final int MOST_WAITERS = 2_000;
    private static final String ISOLATION = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";
    private static final String SESSION = "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION',"
            + " innodb_lock_wait_timeout = 3, time_zone = '+00:00', wait_timeout = " + SILENCE_S;

    private final Vertx vertx;
    private final DatabaseOptions options;
    private final String session;
    private Pool readiness;

    public Database(Vertx vertx, DatabaseOptions options) {
        this(vertx, options, SESSION);
    }

    /** @param session the settings of each session */
    Database(Vertx vertx, DatabaseOptions options, String session) {
        this.vertx = vertx;
        this.options = options;
        this.session = session;
    }

    /** @param uri {@code mysql://user:password@host:port/database}, of an account that may do everything there */
    public Database(Vertx vertx, URI uri) {
        this(vertx, uri, uri);
    }

    /** @param migrations the same database, as an account that may change tables */
    public Database(Vertx vertx, URI service, URI migrations) {
        this(vertx, new DatabaseOptions("the service's URI", service, "the migrations' URI", migrations));
    }

    /** Waits for a database that can't be reached, or is not yet migrated where somebody else does it. Fails with a ConfigException when it refuses one of its accounts. */
    public Future<Void> migrate(String location) {
        return new Migrations(vertx, options, location).run().compose(migrated -> admitted());
    }

    /** The other account has done the work so far: whether ours gets in shows now, not at the first request. */
    private Future<Void> admitted() {
        if (options.service().equals(options.migrations())) {
            return Future.succeededFuture();
        }
        Pool once = single("admission");
        return once.query("SELECT 1")
                .execute()
                .<Void>mapEmpty()
                .recover(failure -> SqlFailure.isRefused(failure)
                        ? Future.failedFuture(SqlFailure.refused(options.variable(), failure))
                        : Future.succeededFuture())
                .eventually(once::close);
    }

    /** Shared by the short statements of a service. */
    public Pool pool(String name, int size) {
        return pool(name, size, NOBODY_WAITS_LONGER_MS);
    }

    private Pool pool(String name, int size, int connectionTimeout) {
        MySQLConnectOptions connect = MySQLConnectOptions.fromUri(
                        options.service().toString())
                .setCharset("utf8mb4")
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(256)
                .setPreparedStatementCacheSqlFilter(sql -> true)
                .setPipeliningLimit(ONE_AT_A_TIME);
        MySqlTls.of(options.variable(), options.service()).ifPresent(tls -> tls.apply(connect));
        PoolOptions limits = new PoolOptions()
                .setName(name)
                .setMaxSize(size)
                .setMaxWaitQueueSize(MOST_WAITERS)
                .setConnectionTimeout(connectionTimeout)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(IDLE_S)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setPoolCleanerPeriod(1_000)
                .setMaxLifetime(30)
                .setMaxLifetimeUnit(TimeUnit.MINUTES);
        NetClientOptions net = new NetClientOptions()
                .setConnectTimeout(1_000)
                .setTcpNoDelay(true)
                .setReadIdleTimeout(SILENCE_S)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        return MySQLBuilder.pool()
                .with(limits)
                .with(net)
                .connectingTo(connect)
                .withConnectHandler(this::prepare)
                .using(vertx)
                .build();
    }

    /** One connection that its owner keeps to itself. */
    public Pool single(String name) {
        return pool(name, 1, OWNER_WAITS_MS);
    }

    /** Whether the database answers: asked on a connection of its own, so that a busy pool does not count as an outage. */
    public Future<?> reachable() {
        if (readiness == null) {
            readiness = single("readiness");
        }
        return readiness.query("SELECT 1").execute();
    }

    /** A connection without its settings would read and write by other rules: it ends itself, and is never pooled. */
    private void prepare(SqlConnection connection) {
        connection
                .query(ISOLATION)
                .execute()
                .compose(done -> connection.query(session).execute())
                .recover(failure -> connection.query("KILL CONNECTION_ID()").execute())
                .onComplete(done -> connection.close());
    }
}
