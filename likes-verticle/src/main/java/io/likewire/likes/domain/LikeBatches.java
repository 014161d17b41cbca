package io.likewire.likes.domain;

import io.likewire.contracts.likes.AskAlone;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.likes.domain.LikeResult.Absence;
import io.likewire.likes.domain.LikeStore.UnwritableRow;
import io.likewire.platform.Backoff;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * Natural batching: while one transaction writes the next commands gather. No timer, so a lone like waits for nobody. The next
 * one writes while the one before is put on the disk, which takes as long, and gave its locks back before. A batch whose transaction was rolled back, or whose commit nobody knows of, is applied again: command ids make that
 * harmless. When a product's row can't be written the others are applied without it, and its commands wait for its repair.
 */
public final class LikeBatches {
    /** Each on a connection of its own. */
    public static final int MOST_IN_FLIGHT = 2;

    private static final int MOST_PER_BATCH = 256;
    private static final int MOST_WAITING = 8_192;
    private static final int MOST_TRIES = 3;
    private static final int LONGEST_REPAIR_S = 15;
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(20), Duration.ofMillis(100));

    private final Vertx vertx;
    private final LikeStore store;
    private final Consumer<BatchResult> committed;
    private final LongFunction<Future<?>> repair;
    private final Queue<WaitingCommand> waiting = new ArrayDeque<>();
    private final Map<Long, List<WaitingCommand>> underRepair = new HashMap<>();
    private Promise<Void> drained;
    private List<WaitingCommand> writing;
    private int inFlight;

    /**
     * @param committed told after each commit, before the answers go out
     * @param repair counts the likes of a product anew
     */
    public LikeBatches(Vertx vertx, LikeStore store, Consumer<BatchResult> committed, LongFunction<Future<?>> repair) {
        this.vertx = vertx;
        this.store = store;
        this.committed = committed;
        this.repair = repair;
    }

    public Future<LikeResult> submit(LikeCommand command) {
        Future<LikeResult> answer = add(command, false);
        runNext();
        return answer;
    }

    /** Both in one transaction: either both have their effect or none. They have the same product and deadline. */
    public Future<Void> submitTogether(LikeCommand first, LikeCommand second) {
        Future<LikeResult> one = add(first, true);
        if (one.failed()) {
            return one.mapEmpty();
        }
        Future<LikeResult> other = enqueue(second, false);
        runNext();
        return Future.all(one, other).mapEmpty();
    }

    private Future<LikeResult> add(LikeCommand command, boolean withNext) {
        int repairs = underRepair.values().stream().mapToInt(List::size).sum();
        return waiting.size() + repairs >= MOST_WAITING
                ? Future.failedFuture(new Refusal(ProblemType.OVERLOADED, "Too many likes are waiting"))
                : enqueue(command, withNext);
    }

    private Future<LikeResult> enqueue(LikeCommand command, boolean withNext) {
        Promise<LikeResult> answer = Promise.promise();
        waiting.add(new WaitingCommand(command, answer, vertx.getOrCreateContext(), withNext, false));
        return answer.future();
    }

    /** Completes when nothing waits any more. */
    public Future<Void> drained() {
        drained = Promise.promise();
        completeIfDrained();
        return drained.future();
    }

    private void runNext() {
        if (writing != null || inFlight == MOST_IN_FLIGHT) {
            return;
        }
        List<WaitingCommand> batch = takeBatch();
        if (batch.isEmpty()) {
            completeIfDrained();
            return;
        }
        inFlight++;
        writing = batch;
        Context caller = batch.get(0).context();
        Context here = Vertx.currentContext();
        if (here == null || here == caller) {
            run(batch);
        } else {
            caller.runOnContext(turn -> run(batch));
        }
    }

    private void run(List<WaitingCommand> batch) {
        settle(batch).onComplete(settled -> {
            inFlight--;
            written(batch);
        });
    }

    private void written(List<WaitingCommand> batch) {
        if (writing == batch) {
            writing = null;
        }
        runNext();
    }

    private Future<Void> settle(List<WaitingCommand> batch) {
        return apply(batch, 1)
                .compose(changes -> answer(batch, changes))
                .recover(failure -> failure instanceof UnwritableRow ? split(batch, failure) : fail(batch, failure));
    }

    /** Halves by product until the one is found whose row can't be written. */
    private Future<Void> split(List<WaitingCommand> batch, Throwable failure) {
        List<Long> products =
                batch.stream().map(WaitingCommand::productId).distinct().toList();
        if (products.size() == 1) {
            repair(products.get(0), batch, failure);
            return Future.succeededFuture();
        }
        Set<Long> half = Set.copyOf(products.subList(0, products.size() / 2));
        Map<Boolean, List<WaitingCommand>> halves =
                batch.stream().collect(Collectors.partitioningBy(one -> half.contains(one.productId())));
        return settle(halves.get(true)).compose(settled -> settle(halves.get(false)));
    }

    /** Aside, while the next batches go on. */
    private void repair(long productId, List<WaitingCommand> commands, Throwable failure) {
        Map<Boolean, List<WaitingCommand>> repaired =
                commands.stream().collect(Collectors.partitioningBy(WaitingCommand::repaired));
        fail(repaired.get(true), failure);
        if (repaired.get(false).isEmpty()) {
            return;
        }
        underRepair.put(productId, new ArrayList<>());
        repaired.get(false).forEach(one -> hold(one, underRepair.get(productId)));
        repair.apply(productId).timeout(LONGEST_REPAIR_S, TimeUnit.SECONDS).onComplete(result -> {
            List<WaitingCommand> held = underRepair.remove(productId);
            if (result.succeeded()) {
                held.forEach(one -> waiting.add(one.afterRepair()));
            } else {
                fail(held, result.cause());
            }
            runNext();
        });
    }

    /** Until its product is repaired; what others wait for is asked once more by itself. */
    private static void hold(WaitingCommand one, List<WaitingCommand> held) {
        if (one.command().isAmongOthers()) {
            one.answer().fail(new AskAlone());
        } else {
            held.add(one);
        }
    }

    private List<WaitingCommand> takeBatch() {
        List<WaitingCommand> batch = new ArrayList<>();
        long now = System.currentTimeMillis();
        while (!waiting.isEmpty() && batch.size() + (waiting.peek().withNext() ? 1 : 0) < MOST_PER_BATCH) {
            WaitingCommand next = waiting.remove();
            List<WaitingCommand> held = underRepair.get(next.productId());
            if (next.command().expired(now)) {
                next.answer().fail(late());
            } else if (held != null) {
                hold(next, held);
            } else {
                batch.add(next);
            }
        }
        return batch;
    }

    private Future<BatchResult> apply(List<WaitingCommand> batch, int attempt) {
        List<LikeCommand> commands = batch.stream().map(WaitingCommand::command).toList();
        return store.apply(commands, () -> written(batch))
                .map(changes -> attempt == 1 ? changes : changes.replayed())
                .recover(failure -> {
                    long now = System.currentTimeMillis();
                    boolean awaited = commands.stream().anyMatch(command -> !command.expired(now));
                    if (attempt == MOST_TRIES || !awaited || !isTemporary(failure)) {
                        return Future.failedFuture(failure);
                    }
                    return vertx.timer(PAUSE.delay(attempt - 1).toMillis(), TimeUnit.MILLISECONDS)
                            .compose(later -> apply(batch, attempt + 1));
                });
    }

    private static boolean isTemporary(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.type().temporary();
    }

    private static Future<Void> fail(List<WaitingCommand> batch, Throwable failure) {
        batch.forEach(one -> one.answer().tryFail(failure));
        return Future.succeededFuture();
    }

    private Future<Void> answer(List<WaitingCommand> batch, BatchResult changes) {
        committed.accept(changes);
        for (int i = 0; i < batch.size(); i++) {
            LikeResult answer = changes.answers().get(i);
            if (answer.absence() == Absence.LATE) {
                batch.get(i).answer().fail(late());
            } else {
                batch.get(i).answer().complete(answer);
            }
        }
        return Future.succeededFuture();
    }

    private static Refusal late() {
        return new Refusal(ProblemType.TIMEOUT, "The like waited longer than its deadline");
    }

    private void completeIfDrained() {
        if (drained != null && inFlight == 0 && waiting.isEmpty() && underRepair.isEmpty()) {
            drained.tryComplete();
        }
    }
}
