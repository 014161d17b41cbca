package io.likewire.tutorial;

import io.likewire.platform.launch.Launcher;
import io.likewire.platform.launch.Service;
import io.likewire.platform.launch.Service.DefaultPorts;

/** Runs the compatibility bridge as a node of the cluster. */
public final class TutorialBridgeMain {
    public static final Service SERVICE = new Service("tutorial-bridge", new DefaultPorts(9094, 5704), environment -> {
        BridgeConfig config = BridgeConfig.from(environment);
        return node -> new TutorialBridgeVerticle(config, node);
    });

    private TutorialBridgeMain() {}

    public static void main(String[] args) {
        Launcher.run(SERVICE, args);
    }
}
