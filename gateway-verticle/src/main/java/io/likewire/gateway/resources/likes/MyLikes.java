package io.likewire.gateway.resources.likes;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikedPage;
import io.likewire.contracts.likes.LikesService;
import io.likewire.gateway.identity.Visitors;
import io.likewire.gateway.lists.PageRequest;
import io.likewire.gateway.resources.ResponseWriter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** {@code /api/me/likes}. Who has no identity likes nothing, and gets none here. */
public record MyLikes(LikesService likes, Visitors visitors, Duration patience) {
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final LikedPage NONE = new LikedPage(Buffer.buffer("[]"), null);

    public void list(RoutingContext context) {
        PageRequest page =
                PageRequest.read(context.queryParams(), LikedCursor::parse, "This is no cursor that we gave.");
        visitors.known(context)
                .compose(liker -> liker == null
                        ? Future.succeededFuture(NONE)
                        : likes.liked(
                                page.after(),
                                page.limit(),
                                Call.question(patience).by(liker)))
                .onComplete(liked -> send(context, page.limit(), liked), context::fail);
    }

    private static void send(RoutingContext context, long limit, LikedPage page) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        if (page.lastId() != null) {
            String next = "/api/me/likes?limit=" + limit + "&after=" + LikedCursor.print(page.lastId());
            context.response().putHeader(LINK, "<" + next + ">; rel=\"next\"");
        }
        ResponseWriter.json(context, page.json());
    }
}
