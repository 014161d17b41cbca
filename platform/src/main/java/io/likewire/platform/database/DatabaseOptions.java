package io.likewire.platform.database;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.tls.Authority;
import java.net.URI;
import java.util.List;

/**
 * Whose rights a service uses in its database.
 *
 * @param variable that names the service's own account, for what an operator reads
 * @param service {@code mysql://user:password@host:port/database}; reads and changes rows
 * @param migrationsVariable likewise
 * @param migrations the same database as an account that may change tables; unless given, the service's own
 * @param awaited whether somebody else migrates, and the service waits for it
 */
public record DatabaseOptions(
        String variable, URI service, String migrationsVariable, URI migrations, boolean awaited) {
    private static final String WHO = "MIGRATIONS";
    private static final String AT_START = "at-start";
    private static final String AWAIT = "await";

    /** The service migrates. */
    public DatabaseOptions(String variable, URI service, String migrationsVariable, URI migrations) {
        this(variable, service, migrationsVariable, migrations, false);
    }

    /** @param variable {@code LIKES_MYSQL_URI}; the other one is then {@code LIKES_MYSQL_MIGRATIONS_URI} */
    public static DatabaseOptions from(Environment environment, String variable) {
        URI service = secured(environment, variable);
        String other = migrationsVariable(variable);
        boolean given = environment.text(other).isPresent();
        if (awaited(environment)) {
            return new DatabaseOptions(variable, service, variable, service, true);
        }
        if (!given) {
            return of(variable, service);
        }
        URI migrations = secured(environment, other);
        if (!migrations.getPath().equals(service.getPath())) {
            throw new ConfigException(other + ": expected the database of " + variable + ", '"
                    + service.getPath().substring(1) + "', but got '"
                    + migrations.getPath().substring(1) + "'");
        }
        return new DatabaseOptions(variable, service, other, migrations);
    }

    /** Those of the command {@code migrate}: the account for migrations, and where there is none the service's own. */
    public static DatabaseOptions forMigrations(Environment environment, String variable) {
        String other = migrationsVariable(variable);
        String used = environment.text(other).isPresent() ? other : variable;
        return of(used, secured(environment, used));
    }

    /** One account for everything. */
    public static DatabaseOptions of(String variable, URI uri) {
        return new DatabaseOptions(variable, uri, variable, uri);
    }

    private static String migrationsVariable(String variable) {
        return variable.replaceFirst("_URI$", "_MIGRATIONS_URI");
    }

    private static boolean awaited(Environment environment) {
        return environment.choice(WHO, AT_START, List.of(AT_START, AWAIT)).equals(AWAIT);
    }

    /** With the authority of {@code MYSQL_CA_FILE}. */
    private static URI secured(Environment environment, String variable) {
        URI uri = environment.mysqlUri(variable);
        URI secured = Authority.from(environment, "MYSQL_CA_FILE")
                .map(file -> MySqlTls.with(uri, file))
                .orElse(uri);
        MySqlTls.of(variable, secured);
        return secured;
    }
}
