package io.likewire.products.domain;

import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.products.domain.ProductRepository.Change;
import io.vertx.core.Future;
import java.util.List;

/** Many products at once. */
public interface BulkProducts {
    /** All of them with their facts, or none; in the order given. A repeat of the command finds what the first one made. */
    Future<List<Product>> create(List<ProductDraft> drafts, Change change);

    /** Ordered by id. */
    Future<List<Product>> after(long id, int limit);
}
