package io.likewire.platform.store;

import io.likewire.platform.Backoff;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * No id is given twice, even when the database was put back to a time before it was given: at each start others are asked for
 * the highest id that they know. When nobody answers the start goes on, and so does the asking.
 */
public final class FreshIds {
    private static final Logger LOG = LoggerFactory.getLogger(FreshIds.class);
    private static final Backoff PAUSE = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final Vertx vertx;
    private final Backoff pause;
    private final Supplier<Future<Long>> highestKnown;
    private final Function<Long, Future<Void>> keepAbove;
    private boolean stopped;
    private int failures;
    private long timer = -1;

    /**
     * @param highestKnown asks others; fails soon when nobody is there
     * @param keepAbove no id up to this one is given any more
     */
    public FreshIds(Vertx vertx, Supplier<Future<Long>> highestKnown, Function<Long, Future<Void>> keepAbove) {
        this(vertx, PAUSE, highestKnown, keepAbove);
    }

    FreshIds(Vertx vertx, Backoff pause, Supplier<Future<Long>> highestKnown, Function<Long, Future<Void>> keepAbove) {
        this.vertx = vertx;
        this.pause = pause;
        this.highestKnown = highestKnown;
        this.keepAbove = keepAbove;
    }

    /** Completes after the first question, answered or not. */
    public Future<Void> start() {
        return Future.succeededFuture()
                .compose(now -> highestKnown.get())
                .compose(keepAbove)
                .recover(failure -> {
                    LOG.debug("the highest id that others know is not known yet: {}", failure.getMessage());
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
            timer = vertx.setTimer(pause.delay(failures++).toMillis(), due -> start());
        }
    }
}
