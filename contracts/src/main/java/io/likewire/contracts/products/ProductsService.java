package io.likewire.contracts.products;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What products-verticle does for others, at {@link io.likewire.contracts.bus.Addresses#PRODUCTS}. Every failure is a
 * {@link io.likewire.contracts.problems.Refusal}; an unknown id is NOT_FOUND.
 */
public interface ProductsService {
    Future<ProductPage> list(ProductQuery query, Call call);

    Future<EncodedProduct> get(long id, Call call);

    /** Needs a command id: the same command twice makes one product. */
    Future<EncodedProduct> create(ProductDraft draft, Call call);

    /**
     * PRECONDITION_FAILED when the call names another version than the product has. A description that the draft does not
     * name stays.
     */
    Future<EncodedProduct> update(long id, ProductDraft draft, Call call);

    /**
     * PRECONDITION_FAILED when the call names another version than the product has. The patch is applied to what is stored when its turn comes, so patches of different fields do not undo
     * each other. One that changes nothing leaves the version as it is.
     */
    Future<EncodedProduct> patch(long id, ProductDraft patch, Call call);

    /** PRECONDITION_FAILED when the call names another version than the product has. */
    Future<Void> delete(long id, Call call);

    /**
     * Makes all of them, or none. Needs a command id: the same command twice makes each product once.
     *
     * @param drafts 1 to 1,000
     */
    Future<MadeProducts> createAll(List<ProductDraft> drafts, Call call);

    /**
     * The next 500 products.
     *
     * @param afterId only products with a greater id; 0 for the first ones
     */
    Future<ProductLines> export(long afterId, Call call);

    /**
     * The like counts as this side has them, for those who compare; UNAVAILABLE while the answering node has newer ones in
     * hand that it can't apply.
     *
     * @param productIds at most 100; unknown ones are left out of the answer
     */
    Future<List<LikeCount>> projectedCounts(List<Long> productIds, Call call);

    /**
     * Makes the product that another system keeps under this id, or brings it to what that system says of it; what it does
     * not say stays, and where all is so already nothing changes. Needs a command id. Who was deleted does not come back: NOT_FOUND.
     */
    Future<EncodedProduct> adopt(long id, ProductDraft draft, Call call);

    /** State of the service's parts: {@code {"status":"up|degraded|down","parts":{...}}}. */
    Future<JsonObject> health(Call call);
}
