package io.likewire.gateway.resources.products;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.products.EncodedProduct;
import io.likewire.contracts.products.MadeProducts;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductPage;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.gateway.edge.ResponseBody;
import io.likewire.gateway.identity.Principal;
import io.likewire.gateway.limits.Bulkheads;
import io.likewire.gateway.lists.CachedPage;
import io.likewire.gateway.lists.Conditions;
import io.likewire.gateway.lists.ETags;
import io.likewire.gateway.lists.ListRequest;
import io.likewire.gateway.lists.NextLink;
import io.likewire.gateway.lists.ProductCache;
import io.likewire.gateway.resources.IdempotentRequests;
import io.likewire.gateway.resources.RequestReader;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** {@code /api/products} and {@code /api/products/batch}. Bodies come printed from their owner and are passed on unread. */
public record ProductsResource(ProductCache cache, Conditions conditions, Duration patience) {
    public static final int BATCH_BODY_MAX = 1024 * 1024;
    private static final MadeProducts NONE = new MadeProducts(Buffer.buffer(), false);
    private static final CharSequence TOTAL = HttpHeaders.createOptimized("Total-Count");
    private static final CharSequence TOTAL_EXACT = HttpHeaders.createOptimized("Total-Count-Exact");

    public void list(RoutingContext context) {
        ProductQuery query = ListRequest.read(context.queryParams());
        cache.page(query, Call.question(patience)).onComplete(page -> sendPage(context, query, page), context::fail);
    }

    public void get(RoutingContext context) {
        long id = RequestReader.productId(context);
        Call question = Call.question(patience);
        Future<EncodedProduct> answer =
                wantsNewest(context) ? cache.owner().get(id, question) : cache.product(id, question);
        answer.onComplete(
                product -> ResponseWriter.unlessKnown(context, ETags.of(product), new ResponseBody(product.json())),
                context::fail);
    }

    /** Who has signed in may have changed it a moment ago, through another gateway. */
    private static boolean wantsNewest(RoutingContext context) {
        String caching = context.request().getHeader(HttpHeaders.CACHE_CONTROL);
        return Principal.of(context) != null || caching != null && caching.contains("no-cache");
    }

    public void create(RoutingContext context) {
        ProductDraft draft = ProductDraftReader.of(context);
        RequestKey key = IdempotentRequests.ofWriter(context, draft.toJson().toBuffer());
        cache.written(cache.owner().create(draft, Call.command(patience).keyed(key)))
                .onComplete(
                        product -> {
                            IdempotentRequests.mark(context, product.replayed());
                            context.response().putHeader(HttpHeaders.LOCATION, "/api/products/" + product.id());
                            ResponseWriter.product(context, 201, product);
                        },
                        context::fail);
    }

    /** Makes the rows that are products, all of them or none, and says of the others what is wrong. */
    public void createAll(RoutingContext context) {
        JsonObject rows = RequestReader.json(context);
        ProductBatch batch = ProductBatch.parse(rows);
        RequestKey key = IdempotentRequests.ofWriter(context, rows.toBuffer());
        Call command =
                Call.command(patience.multipliedBy(Bulkheads.BULK_PATIENCE)).keyed(key);
        Future<MadeProducts> made = batch.drafts().isEmpty()
                ? Future.succeededFuture(NONE)
                : cache.written(cache.owner().createAll(batch.drafts(), command));
        made.onComplete(
                products -> {
                    IdempotentRequests.mark(context, products.replayed());
                    ResponseWriter.json(context, batch.outcomes(products.json()));
                },
                context::fail);
    }

    public void update(RoutingContext context) {
        long id = RequestReader.productId(context);
        Call change = change(context);
        ProductDraft draft = ProductDraftReader.of(context);
        cache.written(cache.owner().update(id, draft, change))
                .onComplete(product -> ResponseWriter.product(context, 202, product), context::fail);
    }

    public void patch(RoutingContext context) {
        long id = RequestReader.productId(context);
        Call change = change(context);
        ProductDraft patch = ProductDraft.parsePatch(RequestReader.mergePatch(context));
        cache.written(cache.owner().patch(id, patch, change))
                .onComplete(product -> ResponseWriter.product(context, 200, product), context::fail);
    }

    public void delete(RoutingContext context) {
        long id = RequestReader.productId(context);
        cache.written(cache.owner().delete(id, change(context)))
                .onComplete(deleted -> context.response().setStatusCode(204).end(), context::fail);
    }

    /** What it expects is compared by the owner, under the product's lock. */
    private Call change(RoutingContext context) {
        return Call.command(patience).ifMatch(conditions.expected(context.request()));
    }

    private static void sendPage(RoutingContext context, ProductQuery query, CachedPage kept) {
        ProductPage page = kept.page();
        HttpServerResponse response = context.response();
        if (page.next() != null) {
            response.putHeader(ResponseWriter.LINK, NextLink.of(context.normalizedPath(), query, page.next()));
        }
        if (page.total() != null) {
            response.putHeader(TOTAL, Long.toString(page.total().count()));
            response.putHeader(TOTAL_EXACT, Boolean.toString(page.total().exact()));
        }
        ResponseWriter.unlessKnown(context, kept.tag(), kept.body());
    }
}
