package io.likewire.products;

import io.likewire.platform.launch.Launcher;
import io.likewire.platform.launch.Service;
import io.likewire.platform.launch.Service.DefaultPorts;
import io.likewire.platform.launch.Service.Schema;

/** Runs products-verticle as a node of the cluster. */
public final class ProductsMain {
    private static final Schema SCHEMA = new Schema("PRODUCTS_MYSQL_URI", "db/products");

    public static final Service SERVICE = new Service("products", new DefaultPorts(9091, 5701), SCHEMA, environment -> {
        ProductsConfig config = ProductsConfig.from(environment);
        return node -> new ProductsVerticle(config, node);
    });

    private ProductsMain() {}

    public static void main(String[] args) {
        Launcher.run(SERVICE, args);
    }
}
