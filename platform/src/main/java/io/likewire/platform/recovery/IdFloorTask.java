package io.likewire.platform.recovery;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * No id is given twice, even when the database was put back to a time before it was given: at each start others are asked for
 * the highest id that they know. When nobody answers the start goes on, and so does the asking.
 */
public final class IdFloorTask {
    private static final Backoff PAUSE = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final Supplier<Future<Long>> highestKnown;
    private final Function<Long, Future<Void>> keepAbove;
    private final RepeatedTask asking;
    private final Promise<Void> asked = Promise.promise();

    /**
     * @param highestKnown asks others; fails soon when nobody is there
     * @param keepAbove no id up to this one is given any more
     */
    public IdFloorTask(Vertx vertx, Supplier<Future<Long>> highestKnown, Function<Long, Future<Void>> keepAbove) {
        this(vertx, PAUSE, highestKnown, keepAbove);
    }

    IdFloorTask(
            Vertx vertx, Backoff pause, Supplier<Future<Long>> highestKnown, Function<Long, Future<Void>> keepAbove) {
        this.highestKnown = highestKnown;
        this.keepAbove = keepAbove;
        this.asking = new RepeatedTask(vertx, "question for the highest id that others know", pause, this::ask);
    }

    /** Completes after the first question, answered or not. */
    public Future<Void> start() {
        asking.start(Duration.ZERO);
        return asked.future();
    }

    public void stop() {
        asking.stop();
    }

    private Future<Duration> ask() {
        return Future.succeededFuture()
                .compose(now -> highestKnown.get())
                .compose(keepAbove)
                .onSuccess(known -> stop())
                .map(Duration.ZERO)
                .onComplete(result -> asked.tryComplete());
    }
}
