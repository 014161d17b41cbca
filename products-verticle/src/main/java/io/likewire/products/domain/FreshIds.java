package io.likewire.products.domain;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikesService;
import io.likewire.platform.Backoff;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * No id is given twice, even when the database was put back to a time before it was given: at each start the likes side is
 * asked for the highest id that it knows. When nobody answers the start goes on, and so does the asking.
 */
public final class FreshIds {
    private static final Logger LOG = LoggerFactory.getLogger(FreshIds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Backoff PAUSE = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final Vertx vertx;
    private final ProductHistory history;
    private final LikesService likes;
    private boolean stopped;
    private int failures;
    private long timer = -1;

    public FreshIds(Vertx vertx, ProductHistory history, LikesService likes) {
        this.vertx = vertx;
        this.history = history;
        this.likes = likes;
    }

    /** Completes after the first question, answered or not. */
    public Future<Void> start() {
        return likes.known(0, 1, Call.question(PATIENCE))
                .compose(known -> history.keepIdsAbove(known.highestId()))
                .recover(failure -> {
                    LOG.debug("the highest id of the likes side is not known yet: {}", failure.getMessage());
                    askAgain();
                    return Future.succeededFuture();
                });
    }

    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void askAgain() {
        if (!stopped) {
            timer = vertx.setTimer(PAUSE.delay(failures++).toMillis(), due -> start());
        }
    }
}
