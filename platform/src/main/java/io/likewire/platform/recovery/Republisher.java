package io.likewire.platform.recovery;

import io.likewire.platform.Backoff;
import io.likewire.platform.delivery.EventPipeline;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells everything once more with new versions, page by page and one run at a time: after a database was put back to an older
 * state. Waits while the outbox is half full. A second run, here or on another node, does no harm.
 */
public final class Republisher {
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(20);
    private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofSeconds(1);
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    private static final int MOST_FAILURES_IN_A_ROW = 10;
    private static final String LEFT = "the node leaves";

    /** @param failure why the last run ended early; null when it did not */
    record State(boolean running, long events, String failure) {
        static final State NEVER = new State(false, 0, null);
    }

    private final Vertx vertx;
    private final Duration untilThereIsRoom;
    private final Context context;
    private final Supplier<Future<Boolean>> halfFull;
    private final Runnable written;
    private final List<RepublishSource> parts;
    private Consumer<State> ended;
    private volatile State state = State.NEVER;
    private volatile boolean stopped;
    private final AtomicLong told = new AtomicLong();
    private volatile Future<?> pageInHand = Future.succeededFuture();
    private volatile long timer = -1;
    private int failures;

    /** Runs on the context it is made on. @param parts told one after the other */
    public Republisher(Vertx vertx, EventPipeline events, List<RepublishSource> parts) {
        this(vertx, events::isHalfFull, events::written, UNTIL_THERE_IS_ROOM, parts);
    }

    Republisher(
            Vertx vertx,
            Supplier<Future<Boolean>> halfFull,
            Runnable written,
            Duration untilThereIsRoom,
            List<RepublishSource> parts) {
        this.vertx = vertx;
        this.untilThereIsRoom = untilThereIsRoom;
        this.context = vertx.getOrCreateContext();
        this.halfFull = halfFull;
        this.written = written;
        this.parts = List.copyOf(parts);
    }

    State state() {
        return state;
    }

    /** How many events all runs have left in the outbox. */
    long told() {
        return told.get();
    }

    /** False when one is running. @param whenEnded told once */
    synchronized boolean start(Consumer<State> whenEnded) {
        if (state.running() || stopped) {
            return false;
        }
        state = new State(true, 0, null);
        ended = whenEnded;
        failures = 0;
        context.runOnContext(go -> step(0, 0));
        return true;
    }

    /** Completes when the page in hand is finished; none follows. */
    public Future<Void> stop() {
        stopped = true;
        if (vertx.cancelTimer(timer)) {
            end(LEFT);
        }
        return pageInHand.<Void>mapEmpty().otherwiseEmpty();
    }

    private void step(int republishSource, long afterId) {
        if (stopped) {
            end(LEFT);
        } else if (republishSource == parts.size()) {
            end(null);
        } else {
            pageInHand = Future.succeededFuture()
                    .compose(now -> halfFull.get())
                    .compose(full -> full
                            ? Future.succeededFuture()
                            : parts.get(republishSource).after(afterId))
                    .onSuccess(republishPage -> told(republishPage, republishSource, afterId))
                    .onFailure(failure -> failed(failure, republishSource, afterId));
        }
    }

    private void told(RepublishPage republishPage, int republishSource, long afterId) {
        failures = 0;
        if (republishPage == null) {
            later(untilThereIsRoom, republishSource, afterId);
            return;
        }
        state = new State(true, state.events() + republishPage.events(), null);
        told.addAndGet(republishPage.events());
        written.run();
        boolean more = republishPage.lastId() != null;
        later(BETWEEN_PAGES, more ? republishSource : republishSource + 1, more ? republishPage.lastId() : 0);
    }

    private void failed(Throwable failure, int republishSource, long afterId) {
        if (++failures < MOST_FAILURES_IN_A_ROW) {
            later(PAUSE.delay(failures - 1), republishSource, afterId);
        } else {
            end(failure.getMessage());
        }
    }

    private void later(Duration pause, int republishSource, long afterId) {
        if (stopped) {
            end(LEFT);
            return;
        }
        timer = vertx.setTimer(pause.toMillis(), due -> context.runOnContext(go -> step(republishSource, afterId)));
    }

    private void end(String failure) {
        state = new State(false, state.events(), failure);
        ended.accept(state);
    }
}
