package io.likewire.likes.domain;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.LikedProduct;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/**
 * A visitor's likes become an account's: for each product, in one transaction, the account likes and the visitor takes back.
 * When it ends midway the rest is still the visitor's, and the next time goes on.
 *
 * @param call names who takes over
 */
record VisitorLikesTransfer(Liker visitor, Call call, LikeStore store, LikeBatches batches) {
    private static final int AT_ONCE = 100;

    Future<Void> run() {
        return visitor.equals(call.liker()) ? Future.succeededFuture() : after(0);
    }

    private Future<Void> after(long productId) {
        if (call.expired()) {
            return Future.failedFuture(new Refusal(ProblemType.TIMEOUT, "Some likes are still to be taken over"));
        }
        return store.liked(visitor, productId, AT_ONCE).compose(page -> move(page)
                .compose(moved -> page.size() < AT_ONCE
                        ? Future.succeededFuture()
                        : after(page.get(AT_ONCE - 1).count().productId())));
    }

    private Future<Void> move(List<LikedProduct> page) {
        return Future.all(page.stream()
                        .map(liked -> move(liked.count().productId()))
                        .toList())
                .mapEmpty();
    }

    private Future<Void> move(long productId) {
        return batches.submitTogether(
                LikeCommand.like(productId, call.liker(), UUID.randomUUID(), call.deadline()),
                LikeCommand.unlike(productId, visitor, UUID.randomUUID(), call.deadline()));
    }
}
