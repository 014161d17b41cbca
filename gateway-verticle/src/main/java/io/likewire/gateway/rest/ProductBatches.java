package io.likewire.gateway.rest;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * {@code /api/products/batch}: makes the rows that are products, all of them or none, and says of the others what is wrong.
 */
record ProductBatches(ProductsService products, Duration patience) {
    static final int BODY_MAX = 1024 * 1024;
    private static final int PATIENCE_FACTOR = 7;

    void create(RoutingContext context) {
        ProductBatch batch = ProductBatch.parse(Requests.json(context));
        Call command = Call.command(patience.multipliedBy(PATIENCE_FACTOR));
        Future<Buffer> made = batch.drafts().isEmpty()
                ? Future.succeededFuture(Buffer.buffer())
                : products.createAll(batch.drafts(), command);
        made.onComplete(lines -> Replies.json(context, batch.outcomes(lines)), context::fail);
    }
}
