package io.likewire.products;

import io.likewire.platform.config.Environment;
import io.likewire.platform.facts.FactOptions;
import java.net.URI;

/** Settings of products-verticle, read once. */
public record ProductsConfig(URI database, FactOptions facts) {
    static final String DATABASE = "PRODUCTS_MYSQL_URI";

    public static ProductsConfig from(Environment environment) {
        return new ProductsConfig(environment.mysqlUri(DATABASE), FactOptions.from(environment));
    }
}
