package io.likewire.likes.domain;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.AskAlone;
import io.likewire.contracts.likes.KnownProducts;
import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.contracts.likes.LikeState;
import io.likewire.contracts.likes.LikedPage;
import io.likewire.contracts.likes.LikedProduct;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.likes.domain.LikeResult.Absence;
import io.likewire.platform.idempotency.KeyedQueue;
import io.likewire.platform.idempotency.StoredAnswer;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Supplier;

/** What can be done with likes. */
public final class Likes implements LikesService {
    private static final int MOST_COUNTS = 100;
    private static final int MOST_PER_PAGE = 500;

    private final LikeBatches batches;
    private final ProductReadThrough products;
    private final LikeStore store;
    private final Supplier<Future<JsonObject>> health;
    private final KeyedQueue keyedQueue = new KeyedQueue();

    public Likes(
            LikeBatches batches, ProductReadThrough products, LikeStore store, Supplier<Future<JsonObject>> health) {
        this.batches = batches;
        this.products = products;
        this.store = store;
        this.health = health;
    }

    @Override
    public Future<LikeOutcome> like(long productId, Call call) {
        return complete(call) ? keyedQueue.take(call, () -> run(LikeCommand.of(true, productId, call))) : refuse();
    }

    @Override
    public Future<LikeOutcome> unlike(long productId, Call call) {
        return complete(call) ? run(LikeCommand.of(false, productId, call)) : refuse();
    }

    @Override
    public Future<LikeOutcome> amongOthers(boolean like, long productId, Call call) {
        return complete(call) ? run(LikeCommand.of(like, productId, call).amongOthers()) : refuse();
    }

    @Override
    public Future<List<LikeState>> counts(List<Long> productIds, Call call) {
        if (productIds.size() > MOST_COUNTS) {
            return Future.failedFuture(new Refusal(ProblemType.MALFORMED, "Expected at most 100 products"));
        }
        return productIds.isEmpty() ? Future.succeededFuture(List.of()) : store.counts(productIds, call.liker());
    }

    @Override
    public Future<LikedPage> liked(long afterId, int limit, Call call) {
        if (call.liker() == null || afterId < 0 || limit < 1 || limit > MOST_PER_PAGE) {
            return Future.failedFuture(new Refusal(ProblemType.MALFORMED, "Expected a liker, and a limit to 500"));
        }
        return store.liked(call.liker(), afterId, limit).map(liked -> page(liked, limit));
    }

    @Override
    public Future<Void> takeOver(Liker visitor, Call call) {
        if (!complete(call)) {
            return refuse().mapEmpty();
        }
        return new VisitorLikesTransfer(visitor, call, store, batches).run();
    }

    @Override
    public Future<KnownProducts> known(long afterId, int limit, Call call) {
        return afterId < 0 || limit < 1 || limit > MOST_PER_PAGE
                ? Future.failedFuture(new Refusal(ProblemType.MALFORMED, "Expected a limit to 500"))
                : store.known(afterId, limit);
    }

    @Override
    public Future<Long> highestAccount(Call call) {
        return store.highestAccount();
    }

    @Override
    public Future<JsonObject> health(Call call) {
        return health.get();
    }

    private Future<LikeOutcome> run(LikeCommand command) {
        long productId = command.pair().productId();
        return batches.submit(command)
                .compose(answer -> answer.absence() == Absence.UNKNOWN
                        ? learn(productId, command)
                        : Future.succeededFuture(answer))
                .map(answer -> {
                    if (answer.absence() == Absence.OTHER_REQUEST) {
                        throw StoredAnswer.otherRequest();
                    }
                    if (answer.outcome() == null) {
                        throw Refusal.noProduct(productId);
                    }
                    return answer.outcome();
                });
    }

    private Future<LikeResult> learn(long productId, LikeCommand command) {
        return command.isAmongOthers()
                ? Future.failedFuture(new AskAlone())
                : products.learn(productId).compose(known -> batches.submit(command));
    }

    private static LikedPage page(List<LikedProduct> liked, int limit) {
        JsonArray json = new JsonArray(liked.stream().map(LikedProduct::toJson).toList());
        Long lastId = liked.size() < limit ? null : liked.get(limit - 1).count().productId();
        return new LikedPage(json.toBuffer(), lastId);
    }

    private static boolean complete(Call call) {
        return call.liker() != null && call.commandId() != null;
    }

    private static Future<LikeOutcome> refuse() {
        return Future.failedFuture(new Refusal(ProblemType.MALFORMED, "A like needs a liker and a command id"));
    }
}
