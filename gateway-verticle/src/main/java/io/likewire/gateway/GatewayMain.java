package io.likewire.gateway;

import io.likewire.platform.launch.Launcher;
import io.likewire.platform.launch.Service;
import io.likewire.platform.launch.Service.DefaultPorts;

public final class GatewayMain {
    private GatewayMain() {}

    public static void main(String[] args) {
        Launcher.run(service());
    }

    public static Service service() {
        return new Service("gateway", new DefaultPorts(9090, 5700), environment -> {
            GatewayConfig config = GatewayConfig.from(environment);
            return node -> new GatewayVerticle(config, node);
        });
    }
}
