package io.likewire.gateway.resources;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.contracts.likes.LikeState;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.gateway.edge.Problem;
import io.likewire.gateway.identity.Visitors;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** {@code /api/products/{productId}/like} and {@code /api/likes/query}. */
final class LikesResource {
    private final LikesService likes;
    private final Visitors visitors;
    private final Duration patience;

    LikesResource(LikesService likes, Visitors visitors, Duration patience) {
        this.likes = likes;
        this.visitors = visitors;
        this.patience = patience;
    }

    void post(RoutingContext context) {
        String key = IdempotencyHeader.of(context.request());
        like(context, key)
                .onComplete(
                        outcome -> {
                            IdempotentRequests.mark(context, outcome.replayed());
                            if (outcome.changed()) {
                                ResponseWriter.json(context, print("{\"message\":\"success\",", outcome));
                            } else {
                                alreadyLiked(outcome).send(context.request());
                            }
                        },
                        context::fail);
    }

    void put(RoutingContext context) {
        like(context, null).onComplete(outcome -> ResponseWriter.json(context, print("{", outcome)), context::fail);
    }

    void delete(RoutingContext context) {
        long id = RequestReader.productId(context);
        visitors.changing(context)
                .compose(liker -> likes.unlike(id, Call.command(patience).by(liker == null ? nobody() : liker)))
                .onComplete(outcome -> ResponseWriter.json(context, print("{", outcome)), context::fail);
    }

    void query(RoutingContext context) {
        List<Long> ids = LikesQuery.productIds(RequestReader.json(context));
        visitors.known(context)
                .compose(liker -> ids.isEmpty()
                        ? Future.succeededFuture(List.<LikeState>of())
                        : likes.counts(ids, Call.question(patience).by(liker)))
                .onComplete(states -> ResponseWriter.json(context, print(states)), context::fail);
    }

    private Future<LikeOutcome> like(RoutingContext context, String key) {
        long id = RequestReader.productId(context);
        Future<Liker> caller = key == null ? visitors.liking(context) : visitors.changing(context);
        return caller.compose(liker ->
                likes.like(id, Call.command(patience).by(liker).keyed(IdempotentRequests.of(context, key, liker))));
    }

    /** Who has no identity has no likes to take back: an identity that nobody keeps will do. */
    private static Liker nobody() {
        return Liker.visitor(UUID.randomUUID());
    }

    private static Buffer print(String start, LikeOutcome outcome) {
        return Buffer.buffer(start + "\"liked\":" + outcome.liked() + ",\"likes\":"
                + outcome.count().likes() + ",\"likesVersion\":"
                + outcome.count().version() + "}");
    }

    private static Buffer print(List<LikeState> states) {
        JsonArray array = new JsonArray(states.stream().map(LikeState::toJson).toList());
        return new JsonObject().put("likes", array).toBuffer();
    }

    private static Problem alreadyLiked(LikeOutcome outcome) {
        ProblemType type = ProblemType.ALREADY_LIKED;
        return new Problem(
                type,
                type.title(),
                new JsonObject()
                        .put("liked", outcome.liked())
                        .put("likes", outcome.count().likes())
                        .put("likesVersion", outcome.count().version()));
    }
}
