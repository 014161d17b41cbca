package io.likewire.likes.maintenance;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Removes the likes of deleted products, some at a time, so that nobody waits long for a lock. What is left to do is in the
 * database: a crash in the middle costs nothing, and any node goes on.
 */
public final class CascadeDelete {
    private static final Duration BETWEEN_CHUNKS = Duration.ofMillis(10);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final RepeatedTask task;

    public CascadeDelete(Vertx vertx, Deletions deletions) {
        this.task = new RepeatedTask(vertx, "removal of the likes of deleted products", PAUSE, () -> deletions
                .removeSome()
                .map(more -> more ? BETWEEN_CHUNKS : LOOK_EVERY));
    }

    /** There may be something to do. */
    public void wake() {
        task.wake();
    }

    public void stop() {
        task.stop();
    }

    /** Where deleted products wait. */
    public interface Deletions {
        /** Removes some likes of one deleted product; true when there may be more to do. */
        Future<Boolean> removeSome();
    }
}
