package io.likewire.gateway.live;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeState;
import io.likewire.contracts.likes.LikesService;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** Asks likes-verticle for counts. */
record CountQueries(LikesService likes, Duration patience, PushMetrics metrics) {
    static final int IDS_MAX = 100;

    /** Throws nothing: what fails is the future. @param productIds at most {@link #IDS_MAX} */
    Future<List<LikeCount>> of(List<Long> productIds) {
        metrics.asked();
        return Future.succeededFuture(productIds)
                .compose(ids -> likes.counts(ids, Call.question(patience)))
                .map(states -> states.stream().map(LikeState::count).toList());
    }
}
