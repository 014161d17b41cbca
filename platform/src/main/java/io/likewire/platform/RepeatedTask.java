package io.likewire.platform;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the same thing again and again, one at a time, for as long as it is not stopped. After a run that fails
 * or throws comes the next one, after a pause that grows, so that no fault ends the repetition. Several failures in a row are
 * one line in the log, and so is the end of them. On the context it is made on.
 */
public final class RepeatedTask {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedTask.class);

    /** Those who start together wait for each other for a moment. */
    private static final int WORTH_A_LINE = 3;

    private final Vertx vertx;
    private final Context home;
    private final String name;
    private final Backoff pause;
    private final Supplier<Future<Duration>> task;
    private Promise<Void> stopping;
    private boolean running;
    private boolean wakeAgain;
    private int failures;
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
        running = true;
        wakeAgain = false;
        Future.succeededFuture()
                .compose(now -> task.get())
                .onComplete(result -> home.runOnContext(turn -> {
                    running = false;
                    if (stopping != null) {
                        stopping.complete();
                    } else if (result.failed()) {
                        failed(result.cause());
                    } else {
                        succeeded(result.result());
                    }
                }));
    }

    private void failed(Throwable cause) {
        if (failures == WORTH_A_LINE) {
            LOG.warn("{} fails: {}", name, cause.toString());
        }
        later(pause.delay(failures++));
    }

    private void succeeded(Duration untilNext) {
        if (failures > WORTH_A_LINE) {
            LOG.info("{} works again", name);
        }
        failures = 0;
        later(wakeAgain ? Duration.ZERO : untilNext);
    }

    private void later(Duration delay) {
        vertx.cancelTimer(timer);
        if (stopping != null) {
            return;
        }
        if (delay.isZero()) {
            run();
        } else {
            timer = vertx.setTimer(Math.max(1, delay.toMillis()), due -> run());
        }
    }
}
