package io.likewire.tutorial;

import io.likewire.platform.config.Environment;
import io.likewire.platform.facts.FactOptions;
import io.likewire.platform.store.DatabaseOptions;
import java.time.Duration;

/**
 * Settings of the bridge, read once.
 *
 * @param tellExisting whether the counterpart is told of the products that were there before the bridge
 * @param lookEvery how often the bridge looks for work that nobody told it of
 */
public record BridgeConfig(
        DatabaseOptions database,
        FactOptions facts,
        Counterpart counterpart,
        boolean tellExisting,
        Duration lookEvery) {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    public static BridgeConfig from(Environment environment) {
        return new BridgeConfig(
                DatabaseOptions.from(environment, "TUTORIAL_MYSQL_URI"),
                FactOptions.from(environment),
                Counterpart.of(
                        "TUTORIAL_COUNTERPART",
                        environment.required("TUTORIAL_COUNTERPART", "expected likes, products or listener")),
                environment.flag("TUTORIAL_TELL_EXISTING", false),
                LOOK_EVERY);
    }
}
