package io.likewire.platform;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the same thing again and again, one at a time, for as long as it is not stopped. After a run that fails
 * or throws comes the next one, after a pause that grows, so that no fault ends the repetition. Failures are
 * logged once a minute at most, and not in the first seconds: those who start together wait for each other for a moment. On
 * the context it is made on.
 */
public final class RepeatedTask {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedTask.class);

    private static final Duration BETWEEN_PIECES = Duration.ofMillis(20);
    private static final Backoff OF_PIECES = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30));
    private static final long FIRST_SECONDS = TimeUnit.SECONDS.toNanos(5);
    private static final long BETWEEN_LINES = TimeUnit.MINUTES.toNanos(1);

    private final Vertx vertx;
    private final Context home;
    private final String name;
    private final Backoff pause;
    private final Supplier<Future<Duration>> task;
    private Promise<Void> stopping;
    private boolean running;
    private boolean wakeAgain;
    private int failures;
    private long quietUntil = System.nanoTime() + FIRST_SECONDS;
    private long timer = -1;

    /**
     * @param name what is done, for the log
     * @param pause between failed runs
     * @param task one run; gives how long to wait until the next one
     */
    public RepeatedTask(Vertx vertx, String name, Backoff pause, Supplier<Future<Duration>> task) {
        this.vertx = vertx;
        this.home = vertx.getOrCreateContext();
        this.name = name;
        this.pause = pause;
        this.task = task;
    }

    /**
     * Work on many rows, some at a time, so that nobody waits long for a lock.
     *
     * @param every how long to wait when nothing was left
     * @param piece does some of it; gives whether there may be more
     */
    public static RepeatedTask inPieces(Vertx vertx, String name, Duration every, Supplier<Future<Boolean>> piece) {
        return new RepeatedTask(vertx, name, OF_PIECES, () -> piece.get().map(more -> more ? BETWEEN_PIECES : every));
    }

    /** @param first how long to wait until the first run */
    public void start(Duration first) {
        later(first);
    }

    /** There may be something to do: the next run is now, or right after the one under way; not while failed runs pause. */
    public void wake() {
        if (running) {
            wakeAgain = true;
        } else if (failures == 0) {
            later(Duration.ZERO);
        }
    }

    /** What made runs fail is over: the next one is now, however long the pause. */
    public void startOver() {
        failures = 0;
        wake();
    }

    /** Completes after the run under way; none begins any more. */
    public Future<Void> stop() {
        if (stopping == null) {
            stopping = Promise.promise();
            vertx.cancelTimer(timer);
            if (!running) {
                stopping.complete();
            }
        }
        return stopping.future();
    }

    private void run() {
        wakeAgain = false;
        attempt()
                .map(Objects::requireNonNull)
                .onComplete(result -> home.runOnContext(turn -> {
                    running = false;
                    if (stopping != null) {
                        stopping.complete();
                    } else if (result.failed()) {
                        say(result.cause());
                        later(pause.delay(failures++));
                    } else {
                        failures = 0;
                        later(wakeAgain ? Duration.ZERO : result.result());
                    }
                }));
    }

    private Future<Duration> attempt() {
        try {
            return Objects.requireNonNull(task.get());
        } catch (Throwable thrown) {
            return Future.failedFuture(thrown);
        }
    }

    private void say(Throwable failure) {
        long now = System.nanoTime();
        if (now - quietUntil >= 0) {
            quietUntil = now + BETWEEN_LINES;
            LOG.warn("{} fails: {}", name, failure.toString());
        }
    }

    private void later(Duration delay) {
        vertx.cancelTimer(timer);
        if (stopping != null) {
            return;
        }
        if (delay.isZero()) {
            begin();
        } else {
            timer = vertx.setTimer(Math.max(1, delay.toMillis()), due -> begin());
        }
    }

    /** Not on behalf of the one who woke it: what a run finds is everybody's. */
    private void begin() {
        running = true;
        home.runOnContext(turn -> run());
    }
}
