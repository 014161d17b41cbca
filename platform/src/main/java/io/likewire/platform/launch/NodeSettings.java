package io.likewire.platform.launch;

import io.likewire.platform.config.Environment;
import io.likewire.platform.management.ManagementOptions;
import io.likewire.platform.telemetry.TracingOptions;
import io.vertx.core.Deployable;
import java.util.function.Function;

/** Everything that a node reads from its environment at the start. A wrong setting ends in a ConfigException. */
public record NodeSettings(
        Function<Node, ? extends Deployable> verticle,
        ManagementOptions management,
        ClusterOptions cluster,
        TracingOptions tracing) {
    public static NodeSettings read(Service service, Environment environment) {
        LogSettings.read(environment);
        return new NodeSettings(
                service.configure().apply(environment),
                ManagementOptions.from(environment, service.defaults().management()),
                ClusterOptions.from(environment, service.defaults().cluster()),
                TracingOptions.from(environment));
    }
}
