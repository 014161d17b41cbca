package io.likewire.gateway.identity;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.LikesService;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody liked before logging in follows into the account. The visitor's cookie goes only when all of it has; until
 * then each refresh tries again.
 */
public record VisitorLikesFollow(LikesService likes, Visitors visitors, Duration patience) {
    private static final Logger LOG = LoggerFactory.getLogger(VisitorLikesFollow.class);

    /** Never fails: a login is one, also while likes are away. */
    public Future<Void> follow(RoutingContext context, long account) {
        Liker visitor = visitors.visitor(context);
        if (visitor == null) {
            return Future.succeededFuture();
        }
        return likes.takeOver(visitor, Call.command(patience).by(Liker.account(account)))
                .onSuccess(done -> visitors.forget(context))
                .recover(later -> {
                    LOG.warn("likes did not follow into account {}: {}", account, later.getMessage());
                    return Future.succeededFuture();
                });
    }
}
