package io.likewire.platform.republish;

import io.likewire.platform.Backoff;
import io.likewire.platform.facts.FactFlow;
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
public final class Republish {
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(20);
    private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofSeconds(1);
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    private static final int MOST_FAILURES_IN_A_ROW = 10;
    private static final String LEFT = "the node leaves";

    /** @param failure why the last run ended early; null when it did not */
    record State(boolean running, long facts, String failure) {
        static final State NEVER = new State(false, 0, null);
    }

    private final Vertx vertx;
    private final Duration untilThereIsRoom;
    private final Context context;
    private final Supplier<Future<Boolean>> halfFull;
    private final Runnable written;
    private final List<Part> parts;
    private Consumer<State> ended;
    private volatile State state = State.NEVER;
    private volatile boolean stopped;
    private final AtomicLong told = new AtomicLong();
    private volatile Future<?> pageInHand = Future.succeededFuture();
    private volatile long timer = -1;
    private int failures;

    /** Runs on the context it is made on. @param parts told one after the other */
    public Republish(Vertx vertx, FactFlow facts, List<Part> parts) {
        this(vertx, facts::isHalfFull, facts::written, UNTIL_THERE_IS_ROOM, parts);
    }

    Republish(
            Vertx vertx,
            Supplier<Future<Boolean>> halfFull,
            Runnable written,
            Duration untilThereIsRoom,
            List<Part> parts) {
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

    /** How many facts all runs have left in the outbox. */
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

    private void step(int part, long afterId) {
        if (stopped) {
            end(LEFT);
        } else if (part == parts.size()) {
            end(null);
        } else {
            pageInHand = Future.succeededFuture()
                    .compose(now -> halfFull.get())
                    .compose(full ->
                            full ? Future.succeededFuture() : parts.get(part).after(afterId))
                    .onSuccess(page -> told(page, part, afterId))
                    .onFailure(failure -> failed(failure, part, afterId));
        }
    }

    private void told(Page page, int part, long afterId) {
        failures = 0;
        if (page == null) {
            later(untilThereIsRoom, part, afterId);
            return;
        }
        state = new State(true, state.facts() + page.facts(), null);
        told.addAndGet(page.facts());
        written.run();
        boolean more = page.lastId() != null;
        later(BETWEEN_PAGES, more ? part : part + 1, more ? page.lastId() : 0);
    }

    private void failed(Throwable failure, int part, long afterId) {
        if (++failures < MOST_FAILURES_IN_A_ROW) {
            later(PAUSE.delay(failures - 1), part, afterId);
        } else {
            end(failure.getMessage());
        }
    }

    private void later(Duration pause, int part, long afterId) {
        if (stopped) {
            end(LEFT);
            return;
        }
        timer = vertx.setTimer(pause.toMillis(), due -> context.runOnContext(go -> step(part, afterId)));
    }

    private void end(String failure) {
        state = new State(false, state.facts(), failure);
        ended.accept(state);
    }
}
