package io.likewire.tutorial;

import io.likewire.platform.launch.Launcher;
import io.likewire.platform.launch.Service;
import io.likewire.platform.launch.Service.DefaultPorts;
import io.likewire.platform.launch.Service.Schema;

/** Runs the compatibility bridge as a node of the cluster. */
public final class TutorialBridgeMain {
    private static final Schema SCHEMA = new Schema("TUTORIAL_MYSQL_URI", "db/tutorial");

    public static final Service SERVICE =
            new Service("tutorial-bridge", new DefaultPorts(9094, 5704), SCHEMA, environment -> {
                BridgeConfig config = BridgeConfig.from(environment);
                return node -> new TutorialBridgeVerticle(config, node);
            });

    private TutorialBridgeMain() {}

    public static void main(String[] args) {
        Launcher.run(SERVICE, args);
    }
}
