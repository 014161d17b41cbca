package io.likewire.gateway.rest;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikedPage;
import io.likewire.contracts.likes.LikesService;
import io.likewire.contracts.problems.Refusal;
import io.likewire.gateway.input.Ids;
import io.likewire.gateway.visitors.Visitors;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** {@code /api/me/likes}. Who has no identity likes nothing, and gets none here. */
record MyLikes(LikesService likes, Visitors visitors, Duration patience) {
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final LikedPage NONE = new LikedPage(Buffer.buffer("[]"), null);
    private static final int LIMIT_MAX = 500;
    private static final int LIMIT_USUAL = 100;

    void list(RoutingContext context) {
        long limit = one(context.queryParam("limit"), LIMIT_USUAL, text -> Ids.parse(text, 0));
        long after = one(context.queryParam("after"), 0, LikedCursor::parse);
        check(limit, after);
        visitors.known(context)
                .compose(liker -> liker == null
                        ? Future.succeededFuture(NONE)
                        : likes.liked(
                                after, (int) limit, Call.question(patience).by(liker)))
                .onComplete(page -> send(context, limit, page), context::fail);
    }

    private static void check(long limit, long after) {
        Map<String, List<String>> errors = new TreeMap<>();
        if (limit < 1 || limit > LIMIT_MAX) {
            errors.put("limit", List.of("Expected a number from 1 to " + LIMIT_MAX + "."));
        }
        if (after == Ids.NONE) {
            errors.put("after", List.of("This is no cursor that we gave."));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private static void send(RoutingContext context, long limit, LikedPage page) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        if (page.lastId() != null) {
            String next = "/api/me/likes?limit=" + limit + "&after=" + LikedCursor.print(page.lastId());
            context.response().putHeader(LINK, "<" + next + ">; rel=\"next\"");
        }
        Replies.json(context, page.json());
    }

    private static long one(List<String> values, long usual, ToLongFunction<String> parse) {
        if (values.isEmpty()) {
            return usual;
        }
        return values.size() == 1 ? parse.applyAsLong(values.get(0)) : Ids.NONE;
    }
}
