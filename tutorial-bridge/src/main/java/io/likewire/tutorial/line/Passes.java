package io.likewire.tutorial.line;

import io.likewire.platform.Backoff;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the same thing again and again, one at a time: at once while there is more, seldom while there is nothing. */
public final class Passes {
    private static final Logger LOG = LoggerFactory.getLogger(Passes.class);
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final Vertx vertx;
    private final Context home;
    private final String name;
    private final Supplier<Future<Boolean>> pass;
    private final Duration idle;
    private Promise<Void> stopping;
    private boolean running;
    private int failures;
    private long timer = -1;

    /** @param pass whether there may be more to do at once */
    public Passes(Vertx vertx, String name, Supplier<Future<Boolean>> pass, Duration idle) {
        this.vertx = vertx;
        this.home = vertx.getOrCreateContext();
        this.name = name;
        this.pass = pass;
        this.idle = idle;
    }

    /** There may be something to do. */
    public void wake() {
        if (!running && stopping == null && failures == 0) {
            vertx.cancelTimer(timer);
            run();
        }
    }

    /** Ends after the pass that runs. */
    public Future<Void> stop() {
        stopping = Promise.promise();
        vertx.cancelTimer(timer);
        if (!running) {
            stopping.complete();
        }
        return stopping.future();
    }

    private void run() {
        if (stopping != null) {
            return;
        }
        running = true;
        pass.get()
                .onComplete(result -> home.runOnContext(turn -> {
                    running = false;
                    if (stopping != null) {
                        stopping.complete();
                    } else if (result.failed()) {
                        LOG.warn("{}: {}", name, result.cause().getMessage());
                        later(PAUSE.delay(failures++));
                    } else {
                        failures = 0;
                        later(result.result() ? Duration.ZERO : idle);
                    }
                }));
    }

    private void later(Duration pause) {
        if (pause.isZero()) {
            run();
        } else {
            timer = vertx.setTimer(pause.toMillis(), due -> run());
        }
    }
}
