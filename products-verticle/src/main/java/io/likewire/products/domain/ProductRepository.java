package io.likewire.products.domain;

import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/**
 * Where products live. Each change writes its fact in the same transaction; the repeat of a command finds the effect of
 * the first one and answers the same.
 */
public interface ProductRepository {
    Future<Optional<Product>> find(long id);

    Future<Product> create(ProductDraft draft, Change change);

    /** Fails with NOT_FOUND or PRECONDITION_FAILED. */
    Future<Product> update(long id, ProductDraft draft, Change change);

    /** Likewise. */
    Future<Void> delete(long id, Change change);

    /**
     * @param expectedVersion null for any
     * @param traceparent goes along with the fact; may be null
     */
    record Change(UUID commandId, Long expectedVersion, String traceparent) {}
}
