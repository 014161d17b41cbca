package io.likewire.products;

import io.likewire.platform.config.Environment;
import io.likewire.platform.facts.FactOptions;
import io.likewire.platform.store.DatabaseOptions;

/** Settings of products-verticle, read once. */
public record ProductsConfig(DatabaseOptions database, FactOptions facts) {
    public static ProductsConfig from(Environment environment) {
        return new ProductsConfig(
                DatabaseOptions.from(environment, "PRODUCTS_MYSQL_URI"), FactOptions.from(environment));
    }
}
