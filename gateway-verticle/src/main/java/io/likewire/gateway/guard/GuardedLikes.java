package io.likewire.gateway.guard;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.KnownProducts;
import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.contracts.likes.LikeState;
import io.likewire.contracts.likes.LikedPage;
import io.likewire.contracts.likes.LikesService;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The likes side behind its guard. Health is asked past it. */
public record GuardedLikes(LikesService likes, Guard guard) implements LikesService {
    @Override
    public Future<LikeOutcome> like(long productId, Call call) {
        return guard.call(call, patient -> likes.like(productId, patient));
    }

    @Override
    public Future<LikeOutcome> unlike(long productId, Call call) {
        return guard.call(call, patient -> likes.unlike(productId, patient));
    }

    @Override
    public Future<List<LikeState>> counts(List<Long> productIds, Call call) {
        return guard.call(call, patient -> likes.counts(productIds, patient));
    }

    @Override
    public Future<LikedPage> liked(long afterId, int limit, Call call) {
        return guard.call(call, patient -> likes.liked(afterId, limit, patient));
    }

    @Override
    public Future<Void> takeOver(Liker visitor, Call call) {
        return guard.call(call, patient -> likes.takeOver(visitor, patient));
    }

    @Override
    public Future<KnownProducts> known(long afterId, int limit, Call call) {
        return guard.call(call, patient -> likes.known(afterId, limit, patient));
    }

    @Override
    public Future<Long> highestAccount(Call call) {
        return guard.call(call, likes::highestAccount);
    }

    @Override
    public Future<JsonObject> health(Call call) {
        return likes.health(call);
    }
}
