package io.likewire.gateway.resources;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductPage;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductsService;
import io.likewire.gateway.lists.CachedPage;
import io.likewire.gateway.lists.ListRequest;
import io.likewire.gateway.lists.NextLink;
import io.likewire.gateway.lists.PageCache;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** {@code /api/products}. Bodies come printed from their owner and are passed on unread. */
final class ProductsResource {
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final CharSequence TOTAL = HttpHeaders.createOptimized("Total-Count");
    private static final CharSequence TOTAL_EXACT = HttpHeaders.createOptimized("Total-Count-Exact");
    private final ProductsService products;
    private final PageCache pages;
    private final Duration patience;

    ProductsResource(ProductsService products, PageCache pages, Duration patience) {
        this.products = products;
        this.pages = pages;
        this.patience = patience;
    }

    void list(RoutingContext context) {
        ProductQuery query = ListRequest.read(context.queryParams());
        pages.page(query, Call.question(patience)).onComplete(page -> sendPage(context, query, page), context::fail);
    }

    void get(RoutingContext context) {
        long id = RequestReader.productId(context);
        products.get(id, Call.question(patience))
                .onComplete(
                        product -> ResponseWriter.unlessKnown(context, ETags.of(product), product.json()),
                        context::fail);
    }

    void create(RoutingContext context) {
        ProductDraft draft = ProductDraftReader.of(context);
        RequestKey key = IdempotentRequests.ofWriter(context, draft.toJson().toBuffer());
        pages.written(products.create(draft, Call.command(patience).keyed(key)))
                .onComplete(
                        product -> {
                            IdempotentRequests.mark(context, product.replayed());
                            context.response().putHeader(HttpHeaders.LOCATION, "/api/products/" + product.id());
                            ResponseWriter.product(context, 201, product);
                        },
                        context::fail);
    }

    private static void sendPage(RoutingContext context, ProductQuery query, CachedPage kept) {
        ProductPage page = kept.page();
        HttpServerResponse response = context.response();
        if (page.next() != null) {
            response.putHeader(LINK, NextLink.of(context.normalizedPath(), query, page.next()));
        }
        if (page.total() != null) {
            response.putHeader(TOTAL, Long.toString(page.total().count()));
            response.putHeader(TOTAL_EXACT, Boolean.toString(page.total().exact()));
        }
        ResponseWriter.unlessKnown(context, kept.tag(), page.json());
    }
}
