package io.likewire.likes.upkeep;

import io.likewire.platform.Backoff;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the likes of deleted products, some at a time, so that nobody waits long for a lock. What is left to do is in the
 * database: a crash in the middle costs nothing, and any node goes on.
 */
public final class Cascade {
    private static final Logger LOG = LoggerFactory.getLogger(Cascade.class);
    private static final long BETWEEN_CHUNKS_MS = 10;
    private static final long LOOK_EVERY_MS = Duration.ofSeconds(5).toMillis();
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final Vertx vertx;
    private final Deletions deletions;
    private boolean running;
    private boolean wakeAgain;
    private boolean stopped;
    private int failures;
    private long timer = -1;

    public Cascade(Vertx vertx, Deletions deletions) {
        this.vertx = vertx;
        this.deletions = deletions;
    }

    /** There may be something to do. */
    public void wake() {
        if (running) {
            wakeAgain = true;
        } else if (failures == 0) {
            run();
        }
    }

    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void run() {
        if (stopped) {
            return;
        }
        vertx.cancelTimer(timer);
        running = true;
        wakeAgain = false;
        deletions.removeSome().onComplete(more -> {
            running = false;
            if (more.failed()) {
                LOG.warn(
                        "likes of deleted products were not removed: {}",
                        more.cause().getMessage());
                next(PAUSE.delay(failures++).toMillis());
            } else {
                failures = 0;
                next(more.result() || wakeAgain ? BETWEEN_CHUNKS_MS : LOOK_EVERY_MS);
            }
        });
    }

    private void next(long delay) {
        if (!stopped) {
            timer = vertx.setTimer(delay, due -> run());
        }
    }

    /** Where deleted products wait. */
    public interface Deletions {
        /** Removes some likes of one deleted product; true when there may be more to do. */
        Future<Boolean> removeSome();
    }
}
