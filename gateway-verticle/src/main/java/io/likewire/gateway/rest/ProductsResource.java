package io.likewire.gateway.rest;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.products.EncodedProduct;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductPage;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.gateway.lists.KeptPage;
import io.likewire.gateway.lists.KeptPages;
import io.likewire.gateway.lists.ListRequest;
import io.likewire.gateway.lists.NextLink;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** {@code /api/products}. Bodies come printed from their owner and are passed on unread. */
final class ProductsResource {
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final CharSequence TOTAL = HttpHeaders.createOptimized("Total-Count");
    private static final CharSequence TOTAL_EXACT = HttpHeaders.createOptimized("Total-Count-Exact");
    private final KeptPages products;
    private final Duration patience;

    ProductsResource(KeptPages products, Duration patience) {
        this.products = products;
        this.patience = patience;
    }

    void list(RoutingContext context) {
        ProductQuery query = ListRequest.read(context.queryParams());
        products.page(query, Call.question(patience)).onComplete(page -> sendPage(context, query, page), context::fail);
    }

    void get(RoutingContext context) {
        long id = Requests.productId(context);
        products.get(id, Call.question(patience))
                .onComplete(product -> Replies.unlessKnown(context, ETags.of(product), product.json()), context::fail);
    }

    void create(RoutingContext context) {
        ProductDraft draft = ProductDraft.parse(Requests.json(context));
        products.create(draft, Call.command(patience))
                .onComplete(
                        product -> {
                            context.response().putHeader(HttpHeaders.LOCATION, "/api/products/" + product.id());
                            send(context, 201, product);
                        },
                        context::fail);
    }

    void update(RoutingContext context) {
        long id = Requests.productId(context);
        Long version = ETags.expectedVersion(context.request());
        ProductDraft draft = ProductDraft.parse(Requests.json(context));
        products.update(id, draft, Call.command(patience).ifMatch(version))
                .onComplete(product -> send(context, 202, product), context::fail);
    }

    void delete(RoutingContext context) {
        long id = Requests.productId(context);
        Long version = ETags.expectedVersion(context.request());
        products.delete(id, Call.command(patience).ifMatch(version))
                .onComplete(deleted -> context.response().setStatusCode(204).end(), context::fail);
    }

    private static void sendPage(RoutingContext context, ProductQuery query, KeptPage kept) {
        ProductPage page = kept.page();
        HttpServerResponse response = context.response();
        if (page.next() != null) {
            response.putHeader(LINK, NextLink.of(context.normalizedPath(), query, page.next()));
        }
        if (page.total() != null) {
            response.putHeader(TOTAL, Long.toString(page.total().count()));
            response.putHeader(TOTAL_EXACT, Boolean.toString(page.total().exact()));
        }
        Replies.unlessKnown(context, kept.tag(), page.json());
    }

    private static void send(RoutingContext context, int status, EncodedProduct product) {
        context.response().setStatusCode(status).putHeader(HttpHeaders.ETAG, ETags.of(product));
        Replies.json(context, product.json());
    }
}
