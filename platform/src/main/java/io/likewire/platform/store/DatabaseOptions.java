package io.likewire.platform.store;

import io.likewire.platform.config.ConfigException;
import io.likewire.platform.config.Environment;
import io.likewire.platform.tls.Authority;
import java.net.URI;

/**
 * Whose rights a service uses in its database.
 *
 * @param variable that names the service's own account, for what an operator reads
 * @param service {@code mysql://user:password@host:port/database}; reads and changes rows
 * @param migrationsVariable likewise
 * @param migrations the same database as an account that may change tables; unless given, the service's own
 */
public record DatabaseOptions(String variable, URI service, String migrationsVariable, URI migrations) {
    /** @param variable {@code LIKES_MYSQL_URI}; the other one is then {@code LIKES_MYSQL_MIGRATIONS_URI} */
    public static DatabaseOptions from(Environment environment, String variable) {
        URI service = secured(environment, variable);
        String other = variable.replaceFirst("_URI$", "_MIGRATIONS_URI");
        if (environment.text(other).isEmpty()) {
            return new DatabaseOptions(variable, service, variable, service);
        }
        URI migrations = secured(environment, other);
        if (!migrations.getPath().equals(service.getPath())) {
            throw new ConfigException(other + ": expected the database of " + variable + ", '"
                    + service.getPath().substring(1) + "', but got '"
                    + migrations.getPath().substring(1) + "'");
        }
        return new DatabaseOptions(variable, service, other, migrations);
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
