package io.likewire.gateway.rest;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductPage;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** {@code /api/products}. Bodies come printed from their owner and are passed on unread. */
final class ProductsResource {
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private final ProductsService products;
    private final Duration patience;

    ProductsResource(ProductsService products, Duration patience) {
        this.products = products;
        this.patience = patience;
    }

    void list(RoutingContext context) {
        Paging paging = Paging.of(context);
        products.list(paging.after(), paging.limit(), Call.question(patience))
                .onComplete(page -> sendPage(context, paging, page), context::fail);
    }

    void get(RoutingContext context) {
        long id = Requests.productId(context);
        products.get(id, Call.question(patience))
                .onComplete(product -> Replies.unlessKnown(context, ETags.of(product), product.json()), context::fail);
    }

    void create(RoutingContext context) {
        ProductDraft draft = Drafts.of(context);
        RequestKey key = Repeatable.ofWriter(context, draft.toJson().toBuffer());
        products.create(draft, Call.command(patience).keyed(key))
                .onComplete(
                        product -> {
                            Repeatable.mark(context, product.replayed());
                            context.response().putHeader(HttpHeaders.LOCATION, "/api/products/" + product.id());
                            Replies.product(context, 201, product);
                        },
                        context::fail);
    }

    private static void sendPage(RoutingContext context, Paging paging, ProductPage page) {
        if (page.lastId() != null) {
            context.response().putHeader(LINK, paging.linkAfter(page.lastId()));
        }
        Replies.unlessKnown(context, ETags.of(page.json()), page.json());
    }
}
