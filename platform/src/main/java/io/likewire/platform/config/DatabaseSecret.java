package io.likewire.platform.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A secret as AWS makes it for a database: {@code username}, {@code password}, {@code engine}, {@code host}, {@code port},
 * {@code dbname}.
 */
final class DatabaseSecret {
    private static final String URI_OF_A_SERVICE = "_MYSQL_URI";

    private DatabaseSecret() {}

    /** The URI of a service's database, where the secret is one of a database. */
    static Optional<String> find(Map<String, String> secret, String name) {
        boolean complete = secret.keySet().containsAll(List.of("username", "password", "host", "dbname"));
        if (!complete || !name.endsWith(URI_OF_A_SERVICE)) {
            return Optional.empty();
        }
        String engine = secret.getOrDefault("engine", "mysql");
        if (!engine.matches("(aurora-)?mysql|mariadb")) {
            throw new ConfigException(
                    name + ": expected a secret of mysql or mariadb, but its engine is '" + engine + "'");
        }
        String account = ServerUris.encode(secret.get("username")) + ":" + ServerUris.encode(secret.get("password"));
        String server = secret.get("host") + ":" + secret.getOrDefault("port", "3306");
        return Optional.of("mysql://" + account + "@" + server + "/" + ServerUris.encode(secret.get("dbname")));
    }
}
