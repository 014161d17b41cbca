package io.likewire.contracts.likes;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What likes-verticle does for others, at {@link io.likewire.contracts.bus.Addresses#LIKES}. Every failure is a
 * {@link io.likewire.contracts.problems.Refusal}; an unknown or deleted product is NOT_FOUND.
 */
public interface LikesService {
    /** Needs a liker and a command id. */
    Future<LikeOutcome> like(long productId, Call call);

    /** Needs a liker and a command id. */
    Future<LikeOutcome> unlike(long productId, Call call);

    /**
     * A like or unlike that is answered together with others: fails with {@link AskAlone} when its answer would keep them
     * waiting.
     */
    default Future<LikeOutcome> amongOthers(boolean like, long productId, Call call) {
        return like ? like(productId, call) : unlike(productId, call);
    }

    /**
     * The true counts, straight from the owner.
     *
     * @param productIds at most 100; unknown and deleted ones are left out of the answer
     */
    Future<List<LikeState>> counts(List<Long> productIds, Call call);

    /**
     * What the liker likes, ordered by product; needs a liker. Deleted products are left out.
     *
     * @param afterId only products with a greater id; 0 for the first page
     * @param limit 1 to 500
     */
    Future<LikedPage> liked(long afterId, int limit, Call call);

    /**
     * What a visitor likes becomes what the caller likes, each product once: for somebody who logs in. Needs a liker, the
     * new one, and a command id. When it fails midway nothing is lost, and asking again goes on.
     */
    Future<Void> takeOver(Liker visitor, Call call);

    /**
     * Which products this side has heard of, deleted ones too: for whoever must not give their ids again.
     *
     * @param afterId only products with a greater id; 0 for the first page
     * @param limit 1 to 500
     */
    Future<KnownProducts> known(long afterId, int limit, Call call);

    /** The highest number of an account that likes anything; 0 for none: for whoever must not give it again. */
    Future<Long> highestAccount(Call call);

    /** State of the service's parts: {@code {"status":"up|degraded|down","parts":{...}}}. */
    Future<JsonObject> health(Call call);
}
