package io.likewire.products;

import io.likewire.platform.config.Environment;
import io.likewire.platform.database.DatabaseOptions;
import io.likewire.platform.delivery.EventPipelineOptions;

/** Settings of products-verticle, read once. */
public record ProductsConfig(DatabaseOptions database, EventPipelineOptions events) {
    public static ProductsConfig from(Environment environment) {
        return new ProductsConfig(
                DatabaseOptions.from(environment, "PRODUCTS_MYSQL_URI"), EventPipelineOptions.from(environment));
    }
}
