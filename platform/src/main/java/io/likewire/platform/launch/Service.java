package io.likewire.platform.launch;

import io.likewire.platform.config.Environment;
import io.vertx.core.Deployable;
import java.util.Optional;
import java.util.function.Function;

/**
 * A service as the launcher sees it.
 *
 * @param name short and lower case: "likes"
 * @param defaults ports where the environment names none
 * @param schema of its database, where it has one
 * @param configure reads the settings once (a wrong one ends in a ConfigException) and returns how to make the verticle
 */
public record Service(
        String name,
        DefaultPorts defaults,
        Optional<Schema> schema,
        Function<Environment, Function<Node, ? extends Deployable>> configure) {
    /** One without a database. */
    public Service(
            String name, DefaultPorts defaults, Function<Environment, Function<Node, ? extends Deployable>> configure) {
        this(name, defaults, Optional.empty(), configure);
    }

    /** One with a database. */
    public Service(
            String name,
            DefaultPorts defaults,
            Schema schema,
            Function<Environment, Function<Node, ? extends Deployable>> configure) {
        this(name, defaults, Optional.of(schema), configure);
    }

    /**
     * @param management of the management server
     * @param cluster of the cluster member; the event bus listens 1000 above it
     */
    public record DefaultPorts(int management, int cluster) {}

    /**
     * @param variable that names the database: "LIKES_MYSQL_URI"
     * @param location of its migrations: "db/likes"
     */
    public record Schema(String variable, String location) {}
}
