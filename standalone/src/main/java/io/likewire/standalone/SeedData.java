package io.likewire.standalone;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.products.ProductDraft;
import io.likewire.contracts.products.ProductQuery;
import io.likewire.contracts.products.ProductsClient;
import io.likewire.contracts.products.ProductsService;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Three products for a first look. Planted once per data directory, and only in an empty catalogue. */
final class SeedData {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<ProductDraft> PRODUCTS = List.of(
            new ProductDraft("Green tea", "/images/tea.svg"),
            new ProductDraft("Coffee", "/images/coffee.svg"),
            new ProductDraft("Hot cocoa", "/images/cocoa.svg"));

    private final Vertx vertx;
    private final ProductsService products;
    private final String planted;

    SeedData(Vertx vertx, Path data) {
        this.vertx = vertx;
        this.products = new ProductsClient(vertx);
        this.planted = data.resolve("seeded").toString();
    }

    Future<Void> plant() {
        return vertx.fileSystem().exists(planted).compose(done -> done ? Future.succeededFuture() : plantIfEmpty());
    }

    private Future<Void> plantIfEmpty() {
        return products.list(ProductQuery.first(1), Call.question(PATIENCE))
                .compose(page -> isEmpty(page.json())
                        ? products.createAll(PRODUCTS, Call.command(PATIENCE))
                        : Future.succeededFuture())
                .compose(done -> vertx.fileSystem().writeFile(planted, Buffer.buffer()));
    }

    private static boolean isEmpty(Buffer array) {
        return array.toJsonArray().isEmpty();
    }
}
