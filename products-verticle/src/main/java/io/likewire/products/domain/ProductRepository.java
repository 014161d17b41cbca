package io.likewire.products.domain;

import io.likewire.contracts.bus.IfMatch;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.EncodedProduct;
import io.likewire.contracts.products.Product;
import io.likewire.contracts.products.ProductDraft;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/**
 * Where products live. Each change writes its event in the same transaction; the repeat of a command finds the effect of
 * the first one and answers the same.
 */
public interface ProductRepository {
    Future<Optional<Product>> find(long id);

    Future<Product> create(ProductDraft draft, Change change);

    /** The first of all commands with the key creates; the others get its answer, or fail when they ask for something else. */
    Future<EncodedProduct> createOnce(ProductDraft draft, Change change, RequestKey key);

    /** Fails with NOT_FOUND or PRECONDITION_FAILED. */
    Future<Product> update(long id, ProductDraft draft, Change change);

    /** Applied to the locked row; what changes nothing is not stored and has no event. Fails as update does. */
    Future<Product> patch(long id, ProductDraft patch, Change change);

    /** Makes it with this id, or makes it so; fails with NOT_FOUND when it was deleted. */
    Future<Product> adopt(long id, ProductDraft draft, Change change);

    /** Fails with NOT_FOUND or PRECONDITION_FAILED. */
    Future<Void> delete(long id, Change change);

    /**
     * @param expected null for any version
     * @param traceparent goes along with the event; may be null
     * @param deadline epoch milliseconds after which nothing is changed: the same command may have been applied elsewhere
     *     since, and others after it
     */
    record Change(UUID commandId, IfMatch expected, String traceparent, long deadline) {
        /** To be asked while the row is locked. */
        public void requireInTime() {
            if (deadline <= System.currentTimeMillis()) {
                throw new Refusal(ProblemType.TIMEOUT, "The change waited longer than its deadline");
            }
        }
    }
}
