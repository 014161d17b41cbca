package io.likewire.system.rig;

/** The services that a cluster is made of. */
public enum Service {
    PRODUCTS("products-verticle"),
    LIKES("likes-verticle"),
    GATEWAY("gateway-verticle");

    private final String module;

    Service(String module) {
        this.module = module;
    }

    String module() {
        return module;
    }
}
