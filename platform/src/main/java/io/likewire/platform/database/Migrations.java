package io.likewire.platform.database;

import io.likewire.contracts.uris.UriAuthority;
import io.likewire.platform.Backoff;
import io.likewire.platform.config.ConfigException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to this release's schema. Several nodes may try at once: Flyway holds a lock in the database. A
 * database that can't be reached is waited for; one that refuses the user or isn't there is a wrong setting.
 */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final int PORT = 3306;

    private final Vertx vertx;
    private final URI uri;
    private final UriAuthority server;
    private final String variable;
    private final String location;
    private final boolean awaited;

    Migrations(Vertx vertx, DatabaseOptions options, String location) {
        this.vertx = vertx;
        this.uri = options.migrations();
        this.server = UriAuthority.of(uri).orElseThrow();
        this.variable = options.migrationsVariable();
        this.location = location;
        this.awaited = options.awaited();
    }

    Future<Void> run() {
        return attempt(0);
    }

    private Future<Void> attempt(int attempt) {
        return vertx.executeBlocking(() -> awaited ? isDone(flyway().info()) : migrate(flyway()), false)
                .compose(done -> {
                    if (done) {
                        return Future.<Void>succeededFuture();
                    }
                    LOG.warn(
                            "waiting for somebody to migrate the database at {}:{}",
                            server.host(),
                            server.portOr(PORT));
                    return again(attempt);
                })
                .recover(failure -> {
                    SQLException sql = sqlCause(failure);
                    if (sql == null) {
                        return Future.failedFuture(failure);
                    }
                    if (SqlFailure.isRefused(sql.getErrorCode())) {
                        return Future.failedFuture(SqlFailure.refused(variable, sql));
                    }
                    if (isUntrusted(sql)) {
                        return Future.failedFuture(
                                new ConfigException(variable + ": the server's certificate is refused"));
                    }
                    LOG.warn("waiting for the database at {}:{}", server.host(), server.portOr(PORT));
                    return again(attempt);
                });
    }

    private Future<Void> again(int attempt) {
        return vertx.timer(Backoff.RECONNECT.delay(attempt).toMillis(), TimeUnit.MILLISECONDS)
                .compose(later -> attempt(attempt + 1));
    }

    private static boolean migrate(Flyway flyway) {
        flyway.migrate();
        return true;
    }

    /** Reads only. What a newer release has added is none of our business. */
    private static boolean isDone(MigrationInfoService known) {
        return known.pending().length == 0
                && Stream.of(known.all()).noneMatch(one -> one.getState().isFailed());
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(jdbcUrl(), server.user(), server.password())
                .locations("classpath:" + location)
                .loggers("slf4j")
                .load();
    }

    /** The driver compares names itself, and says so in its message only. */
    private static boolean isUntrusted(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException
                    || String.valueOf(cause.getMessage()).contains("hostname verification failed")) {
                return true;
            }
        }
        return false;
    }

    /** A migration that fails by itself has a SQL cause too: only trouble with the connection is worth waiting. */
    private static SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (SqlFailure.isRefused(sql.getErrorCode()) || isConnectionTrouble(sql))) {
                return sql;
            }
        }
        return null;
    }

    private static boolean isConnectionTrouble(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("08");
    }

    private String jdbcUrl() {
        return "jdbc:mariadb://" + server.host() + ":" + server.portOr(PORT) + uri.getPath()
                + "?connectTimeout=2000&allowPublicKeyRetrieval=true&useUnicode=true"
                + MySqlTls.of(variable, uri).map(MySqlTls::jdbc).orElse("");
    }
}
