package io.likewire.products;

import io.likewire.platform.launch.Launcher;
import io.likewire.platform.launch.Service;
import io.likewire.platform.launch.Service.DefaultPorts;

/** Runs products-verticle as a node of the cluster. */
public final class ProductsMain {
    public static final Service SERVICE = new Service("products", new DefaultPorts(9091, 5701), environment -> {
        ProductsConfig config = ProductsConfig.from(environment);
        return node -> new ProductsVerticle(config, node);
    });

    private ProductsMain() {}

    public static void main(String[] args) {
        Launcher.run(SERVICE, args);
    }
}
