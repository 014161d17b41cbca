package io.likewire.platform.recovery;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
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
    private static final Duration UNTIL_STARTED = Duration.ofDays(1);
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    private static final int MOST_FAILURES_IN_A_ROW = 10;
    private static final String LEFT = "the node leaves";

    /** @param failure why the last run ended early; null when it did not */
    record State(boolean running, long events, String failure) {
        static final State NEVER = new State(false, 0, null);
    }

    private final Context context;
    private final Supplier<Future<Boolean>> halfFull;
    private final Runnable written;
    private final Duration untilThereIsRoom;
    private final List<RepublishSource> parts;
    private final RepeatedTask telling;
    private final AtomicLong told = new AtomicLong();
    private Consumer<State> ended;
    private volatile State state = State.NEVER;
    private volatile boolean stopped;
    private int part;
    private long afterId;
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
        this.context = vertx.getOrCreateContext();
        this.halfFull = halfFull;
        this.written = written;
        this.untilThereIsRoom = untilThereIsRoom;
        this.parts = List.copyOf(parts);
        this.telling = new RepeatedTask(vertx, "telling everything once more", PAUSE, this::tellSome);
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
        ended = whenEnded;
        part = 0;
        afterId = 0;
        failures = 0;
        state = new State(true, 0, null);
        context.runOnContext(go -> telling.wake());
        return true;
    }

    /** Completes when the page in hand is finished; none follows. */
    public Future<Void> stop() {
        stopped = true;
        return telling.stop().onSuccess(over -> {
            if (state.running()) {
                end(LEFT);
            }
        });
    }

    private Future<Duration> tellSome() {
        return state.running()
                ? Future.succeededFuture()
                        .compose(now -> halfFull.get())
                        .compose(full -> full
                                ? Future.succeededFuture(untilThereIsRoom)
                                : parts.get(part).after(afterId).map(this::told))
                        .onSuccess(next -> failures = 0)
                        .recover(failure -> ++failures < MOST_FAILURES_IN_A_ROW
                                ? Future.failedFuture(failure)
                                : Future.succeededFuture(end(failure.getMessage())))
                : Future.succeededFuture(UNTIL_STARTED);
    }

    private Duration told(RepublishPage page) {
        state = new State(true, state.events() + page.events(), null);
        told.addAndGet(page.events());
        written.run();
        boolean more = page.lastId() != null;
        part = more ? part : part + 1;
        afterId = more ? page.lastId() : 0;
        return part < parts.size() ? BETWEEN_PAGES : end(null);
    }

    private Duration end(String failure) {
        state = new State(false, state.events(), failure);
        ended.accept(state);
        return UNTIL_STARTED;
    }
}
