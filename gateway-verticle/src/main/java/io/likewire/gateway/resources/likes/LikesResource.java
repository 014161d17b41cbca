package io.likewire.gateway.resources.likes;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.contracts.likes.LikeState;
import io.likewire.contracts.likes.LikedPage;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.gateway.edge.Problem;
import io.likewire.gateway.identity.Visitors;
import io.likewire.gateway.lists.PageRequest;
import io.likewire.gateway.resources.IdempotencyHeader;
import io.likewire.gateway.resources.IdempotentRequests;
import io.likewire.gateway.resources.RequestReader;
import io.likewire.gateway.resources.ResponseWriter;
import io.likewire.platform.log.TraceId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * {@code /api/products/{productId}/like}, {@code /api/likes/query}, {@code /api/me/likes}, and {@code /api/visitors}, where
 * somebody without an account gets an identity.
 *
 * @param heard told of the count that each change came to
 */
public record LikesResource(LikesService likes, Visitors visitors, Consumer<LikeCount> heard, Duration patience) {
    private static final LikedPage NONE = new LikedPage(Buffer.buffer("[]"), null);

    public void post(RoutingContext context) {
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

    public void put(RoutingContext context) {
        like(context, null).onComplete(outcome -> ResponseWriter.json(context, print("{", outcome)), context::fail);
    }

    public void delete(RoutingContext context) {
        long id = RequestReader.productId(context);
        Liker liker = visitors.changing(context);
        // Who has no identity has no likes to take back: an identity that nobody keeps will do.
        likes.unlike(id, command().by(liker == null ? Liker.visitor(UUID.randomUUID()) : liker))
                .onSuccess(outcome -> heard.accept(outcome.count()))
                .onComplete(outcome -> ResponseWriter.json(context, print("{", outcome)), context::fail);
    }

    public void query(RoutingContext context) {
        List<Long> ids = LikesQuery.productIds(RequestReader.json(context));
        Future<List<LikeState>> counts = ids.isEmpty()
                ? Future.succeededFuture(List.of())
                : likes.counts(ids, Call.question(patience).by(visitors.known(context)));
        counts.onComplete(states -> ResponseWriter.json(context, json(states)), context::fail);
    }

    /** Who has no identity likes nothing, and gets none here. */
    public void mine(RoutingContext context) {
        PageRequest page =
                PageRequest.read(context.queryParams(), LikedCursor::parse, "This is no cursor that we gave.");
        Liker liker = visitors.known(context);
        Future<LikedPage> liked = liker == null
                ? Future.succeededFuture(NONE)
                : likes.liked(
                        page.after(), page.limit(), Call.question(patience).by(liker));
        liked.onComplete(
                part -> ResponseWriter.part(context, page, LikedCursor.print(part.lastId()), part.json()),
                context::fail);
    }

    public void visitor(RoutingContext context) {
        String token = visitors.token(context);
        context.response().setStatusCode(201);
        ResponseWriter.json(context, new JsonObject().put("token", token));
    }

    private Future<LikeOutcome> like(RoutingContext context, String key) {
        long id = RequestReader.productId(context);
        Liker liker = key == null ? visitors.liking(context) : visitors.changing(context);
        return likes.like(id, command().by(liker).keyed(IdempotentRequests.of(context, key, liker)))
                .onSuccess(outcome -> heard.accept(outcome.count()));
    }

    private Call command() {
        return Call.command(patience).traced(TraceId.traceparent());
    }

    private static Buffer print(String start, LikeOutcome outcome) {
        return Buffer.buffer(start + "\"liked\":" + outcome.liked() + ",\"likes\":"
                + outcome.count().likes() + ",\"likesVersion\":"
                + outcome.count().version() + "}");
    }

    private static JsonObject json(List<LikeState> states) {
        JsonArray array = new JsonArray(states.stream().map(LikeState::toJson).toList());
        return new JsonObject().put("likes", array);
    }

    private static Problem alreadyLiked(LikeOutcome outcome) {
        JsonObject more = new JsonObject()
                .put("liked", outcome.liked())
                .put("likes", outcome.count().likes())
                .put("likesVersion", outcome.count().version());
        return new Problem(ProblemType.ALREADY_LIKED, ProblemType.ALREADY_LIKED.title(), more);
    }
}
