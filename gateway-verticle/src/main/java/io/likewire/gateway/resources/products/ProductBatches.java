package io.likewire.gateway.resources.products;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.products.MadeProducts;
import io.likewire.contracts.products.ProductsService;
import io.likewire.gateway.limits.Bulkheads;
import io.likewire.gateway.lists.ProductCache;
import io.likewire.gateway.resources.IdempotentRequests;
import io.likewire.gateway.resources.RequestReader;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * {@code /api/products/batch}: makes the rows that are products, all of them or none, and says of the others what is wrong.
 */
public record ProductBatches(ProductsService products, ProductCache cache, Duration patience) {
    public static final int BODY_MAX = 1024 * 1024;
    private static final MadeProducts NONE = new MadeProducts(Buffer.buffer(), false);

    public void create(RoutingContext context) {
        JsonObject rows = RequestReader.json(context);
        ProductBatch batch = ProductBatch.parse(rows);
        RequestKey key = IdempotentRequests.ofWriter(context, rows.toBuffer());
        Call command =
                Call.command(patience.multipliedBy(Bulkheads.BULK_PATIENCE)).keyed(key);
        Future<MadeProducts> made = batch.drafts().isEmpty()
                ? Future.succeededFuture(NONE)
                : cache.written(products.createAll(batch.drafts(), command));
        made.onComplete(
                products -> {
                    IdempotentRequests.mark(context, products.replayed());
                    ResponseWriter.json(context, batch.outcomes(products.json()));
                },
                context::fail);
    }
}
