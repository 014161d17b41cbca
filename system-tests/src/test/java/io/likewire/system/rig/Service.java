package io.likewire.system.rig;

import java.util.List;

/** The services that a cluster is made of. */
public enum Service {
    PRODUCTS("products-verticle"),
    LIKES("likes-verticle"),
    GATEWAY("gateway-verticle"),
    AUTH("auth-verticle"),
    TUTORIAL_BRIDGE("tutorial-bridge");

    /** What likes need: auth-verticle is started by those who test it. */
    public static final List<Service> USUAL = List.of(PRODUCTS, LIKES, GATEWAY);

    private final String module;

    Service(String module) {
        this.module = module;
    }

    String module() {
        return module;
    }
}
