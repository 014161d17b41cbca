package io.likewire.products.domain;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductTotal;
import io.vertx.core.Future;
import java.util.List;

/** Reads the catalogue in pages. */
public interface ProductLists {
    /** A search that the database can't answer in time fails with SEARCH_TOO_SLOW. */
    Future<Slice> read(ProductQuery query, Call call);

    /**
     * @param more whether there are products behind these
     * @param total null unless the query asks for it
     */
    record Slice(List<Product> products, boolean more, ProductTotal total) {}
}
