package io.likewire.gateway.resources.products;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.IfMatch;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductsService;
import io.likewire.gateway.lists.Conditions;
import io.likewire.gateway.lists.ProductCache;
import io.likewire.gateway.resources.RequestReader;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Changes of {@code /api/products/{productId}}. What they expect is compared by the owner, under the product's lock. */
public record ProductEdits(ProductsService products, ProductCache cache, Conditions conditions, Duration patience) {
    public void update(RoutingContext context) {
        long id = RequestReader.productId(context);
        IfMatch expected = conditions.expected(context.request());
        ProductDraft draft = ProductDraftReader.of(context);
        cache.written(products.update(id, draft, Call.command(patience).ifMatch(expected)))
                .onComplete(product -> ResponseWriter.product(context, 202, product), context::fail);
    }

    public void patch(RoutingContext context) {
        long id = RequestReader.productId(context);
        IfMatch expected = conditions.expected(context.request());
        ProductDraft patch = ProductDraft.parsePatch(RequestReader.mergePatch(context));
        cache.written(products.patch(id, patch, Call.command(patience).ifMatch(expected)))
                .onComplete(product -> ResponseWriter.product(context, 200, product), context::fail);
    }

    public void delete(RoutingContext context) {
        long id = RequestReader.productId(context);
        IfMatch expected = conditions.expected(context.request());
        cache.written(products.delete(id, Call.command(patience).ifMatch(expected)))
                .onComplete(deleted -> context.response().setStatusCode(204).end(), context::fail);
    }
}
