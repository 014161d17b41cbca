package io.likewire.platform.launch;

import io.likewire.platform.config.Environment;
import io.vertx.core.Deployable;
import java.util.function.Function;

/**
 * A service as the launcher sees it.
 *
 * @param name short and lower case: "likes"
 * @param defaults ports where the environment names none
 * @param configure reads the settings once (a wrong one ends in a ConfigException) and returns how to make the verticle
 */
public record Service(
        String name, DefaultPorts defaults, Function<Environment, Function<Node, ? extends Deployable>> configure) {

    /**
     * @param management of the management server
     * @param cluster of the cluster member; the event bus listens 1000 above it
     */
    public record DefaultPorts(int management, int cluster) {}
}
