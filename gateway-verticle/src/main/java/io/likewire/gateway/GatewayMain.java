package io.likewire.gateway;

import io.likewire.platform.launch.Launcher;
import io.likewire.platform.launch.Service;
import io.likewire.platform.launch.Service.DefaultPorts;

/** Runs gateway-verticle as a node of the cluster. */
public final class GatewayMain {
    public static final Service SERVICE = new Service("gateway", new DefaultPorts(9090, 5700), environment -> {
        GatewayConfig config = GatewayConfig.from(environment);
        return node -> new GatewayVerticle(config, node);
    });

    private GatewayMain() {}

    public static void main(String[] args) {
        Launcher.run(SERVICE, args);
    }
}
