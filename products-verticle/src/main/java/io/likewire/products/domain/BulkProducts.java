package io.likewire.products.domain;

import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.products.MadeProducts;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.products.domain.ProductRepository.Change;
import io.vertx.core.Future;
import java.util.List;

/** Many products at once. */
public interface BulkProducts {
    /** All of them with their events, or none; in the order given. A repeat of the command finds what the first one made. */
    Future<List<Product>> create(List<ProductDraft> drafts, Change change);

    /** The first of all commands with the key creates; the others get its answer, or fail when they ask for something else. */
    Future<MadeProducts> createOnce(List<ProductDraft> drafts, Change change, RequestKey key);

    /** Ordered by id. */
    Future<List<Product>> after(long id, int limit);
}
