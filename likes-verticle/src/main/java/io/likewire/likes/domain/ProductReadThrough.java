package io.likewire.likes.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.contracts.products.EncodedProduct;
import io.likewire.contracts.products.ProductsService;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks products-verticle for a product whose event hasn't come yet. Questions for one product are merged, and an id that
 * doesn't exist is remembered for a second, so that a guesser asks only us.
 */
public final class ProductReadThrough {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int MOST_QUESTIONS = 256;

    private final ProductsService products;
    private final LikeStore store;
    private final Map<Long, Future<Void>> asking = new HashMap<>();
    private final Cache<Long, Boolean> unknown = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    public ProductReadThrough(ProductsService products, LikeStore store) {
        this.products = products;
        this.store = store;
    }

    /** Completes when the replica knows the product; fails with NOT_FOUND, or UNAVAILABLE when nobody can tell. */
    public Future<Void> learn(long productId) {
        if (unknown.getIfPresent(productId) != null) {
            return Future.failedFuture(Refusal.noProduct(productId));
        }
        Future<Void> asked = asking.get(productId);
        if (asked != null) {
            return asked;
        }
        if (asking.size() >= MOST_QUESTIONS) {
            return Future.failedFuture(new Refusal(ProblemType.OVERLOADED, "Too many unknown products at once"));
        }
        Future<Void> question = ask(productId);
        asking.put(productId, question);
        question.onComplete(done -> asking.remove(productId, question));
        return question;
    }

    private Future<Void> ask(long productId) {
        return products.get(productId, Call.question(PATIENCE))
                .recover(failure -> refuse(productId, failure))
                .compose(product -> store.learn(List.of(new ReplicaChange(productId, product.version(), false))));
    }

    private Future<EncodedProduct> refuse(long productId, Throwable failure) {
        if (failure instanceof Refusal refusal && refusal.type() == ProblemType.NOT_FOUND) {
            unknown.put(productId, true);
            return Future.failedFuture(refusal);
        }
        return Future.failedFuture(
                new Refusal(ProblemType.UNAVAILABLE, "Whether product " + productId + " exists can't be told now"));
    }
}
