package io.likewire.tutorial.joining;

import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.products.ProductsService;
import io.likewire.tutorial.in.Identity;
import io.likewire.tutorial.store.SqlTold;
import io.likewire.tutorial.wire.TutorialForm.Product;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The tutorial's products and their likes become ours, under the same ids. It can be repeated: a product that is so already
 * is left alone, and each like has an identity that follows from its product and its number.
 */
public final class Import {
    private static final int LIKES_AT_ONCE = 64;

    private final ProductsService products;
    private final LikesService likes;
    private final SqlTold told;

    public Import(ProductsService products, LikesService likes, SqlTold told) {
        this.products = products;
        this.likes = likes;
        this.told = told;
    }

    public Future<Void> run(List<Product> all) {
        return all.stream()
                .reduce(
                        Future.<Void>succeededFuture(),
                        (before, product) -> before.compose(done -> take(product)),
                        (a, b) -> b);
    }

    private Future<Void> take(Product product) {
        return told.imported(product.id(), product.likes())
                .compose(done -> products.adopt(
                        product.id(), product.draft(), Identity.command(Identity.of("tutorial product " + product))))
                .compose(done -> likes(product, 0));
    }

    private Future<Void> likes(Product product, long from) {
        if (from >= product.likes()) {
            return Future.succeededFuture();
        }
        long to = Math.min(product.likes(), from + LIKES_AT_ONCE);
        return Future.all(LongStream.range(from, to)
                        .mapToObj(number -> likes.like(
                                product.id(),
                                Identity.command(Identity.of("tutorial like " + product.id() + " " + number))))
                        .toList())
                .compose(done -> likes(product, to));
    }
}
