package io.likewire.gateway.guard;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.products.EncodedProduct;
import io.likewire.contracts.products.MadeProducts;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductLines;
import io.likewire.contracts.products.ProductPage;
import io.likewire.contracts.products.ProductPatch;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The products side behind its guard. Health is asked past it. */
public record GuardedProducts(ProductsService products, Guard guard) implements ProductsService {
    @Override
    public Future<ProductPage> list(ProductQuery query, Call call) {
        return guard.call(call, patient -> products.list(query, patient));
    }

    @Override
    public Future<EncodedProduct> get(long id, Call call) {
        return guard.call(call, patient -> products.get(id, patient));
    }

    @Override
    public Future<EncodedProduct> create(ProductDraft draft, Call call) {
        return guard.call(call, patient -> products.create(draft, patient));
    }

    @Override
    public Future<EncodedProduct> update(long id, ProductDraft draft, Call call) {
        return guard.call(call, patient -> products.update(id, draft, patient));
    }

    @Override
    public Future<EncodedProduct> patch(long id, ProductPatch patch, Call call) {
        return guard.call(call, patient -> products.patch(id, patch, patient));
    }

    @Override
    public Future<Void> delete(long id, Call call) {
        return guard.call(call, patient -> products.delete(id, patient));
    }

    @Override
    public Future<MadeProducts> createAll(List<ProductDraft> drafts, Call call) {
        return guard.callLong(call, patient -> products.createAll(drafts, patient));
    }

    @Override
    public Future<ProductLines> export(long afterId, Call call) {
        return guard.call(call, patient -> products.export(afterId, patient));
    }

    @Override
    public Future<List<LikeCount>> projectedCounts(List<Long> productIds, Call call) {
        return guard.call(call, patient -> products.projectedCounts(productIds, patient));
    }

    @Override
    public Future<EncodedProduct> adopt(long id, ProductDraft draft, Call call) {
        return guard.call(call, patient -> products.adopt(id, draft, patient));
    }

    @Override
    public Future<JsonObject> health(Call call) {
        return products.health(call);
    }
}
