package io.likewire.tutorial.transfer;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.likewire.tutorial.store.SqlOutgoing;
import io.likewire.tutorial.store.SqlOutgoing.Waiting;
import io.likewire.tutorial.transfer.TransactedChannel.Queue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Sends what waits for one of the tutorial's queues, each row once. With the messages goes a note of their rows, into a
 * queue of our own, in the same transaction: whoever comes after a crash reads it, and removes those rows unsent.
 */
public final class OutboundSender extends TransactedChannel {
    /** Nobody reads: what is left is better kept in the database than in the broker's memory. */
    private static final int ENOUGH = 10_000;

    private final String queue;
    private final String notes;
    private final SqlOutgoing outgoing;
    private final RepeatedTask task;
    private final Counter sent;
    private boolean clean;

    /** @param lookEvery whether there are rows of which nobody told it */
    public OutboundSender(
            Vertx vertx, URI broker, String queue, SqlOutgoing outgoing, Duration lookEvery, MeterRegistry metrics) {
        super(
                vertx,
                broker,
                "tutorial.sender." + queue,
                List.of(new Queue(queue, false), new Queue(notes(queue), true)));
        this.queue = queue;
        this.notes = notes(queue);
        this.outgoing = outgoing;
        this.task = new RepeatedTask(vertx, "sender to " + queue, Backoff.RECONNECT, () -> pass().map(
                        more -> more ? Duration.ZERO : lookEvery));
        this.sent =
                Counter.builder("likewire.tutorial.sent").tag("queue", queue).register(metrics);
    }

    private static String notes(String queue) {
        return "tutorial.sent." + queue;
    }

    @Override
    public void start() {
        super.start();
        task.start(Duration.ZERO);
    }

    /** There may be rows. */
    public void wake() {
        task.wake();
    }

    @Override
    public Future<Void> stop() {
        return task.stop().eventually(super::stop);
    }

    private Future<Boolean> pass() {
        if (!isConnected()) {
            clean = false;
            return Future.succeededFuture(false);
        }
        return (clean ? Future.<Void>succeededFuture() : removeSent())
                .compose(done -> outgoing.next(queue))
                .compose(rows -> rows.isEmpty() ? Future.succeededFuture(false) : send(rows))
                .onFailure(unknown -> clean = false);
    }

    private Future<Void> removeSent() {
        return transact(transaction -> transaction.look(notes, 1))
                .compose(found -> found.isEmpty() ? Future.succeededFuture() : outgoing.delete(rows(found.get(0))))
                .onSuccess(done -> clean = true);
    }

    private Future<Boolean> send(List<Waiting> rows) {
        return transact(transaction -> send(transaction, rows))
                .onSuccess(all -> count(all ? rows : List.of()))
                .compose(all -> all
                        ? outgoing.delete(rows.stream().map(Waiting::id).toList())
                                .map(true)
                        : Future.succeededFuture(false));
    }

    private void count(List<Waiting> rows) {
        sent.increment(rows.stream().mapToInt(Waiting::times).sum());
    }

    private boolean send(ChannelTransaction transaction, List<Waiting> rows) throws IOException {
        if (transaction.waiting(queue) > ENOUGH) {
            return false;
        }
        for (Waiting row : rows) {
            PlainMessage message = new PlainMessage(null, row.event(), row.body());
            for (int i = 0; i < row.times(); i++) {
                transaction.putTransient(queue, message);
            }
        }
        transaction.take(notes, 1);
        JsonArray ids = new JsonArray(rows.stream().map(Waiting::id).toList());
        transaction.put(notes, new PlainMessage(null, "application/json", ids.toBuffer()));
        return true;
    }

    private static List<Long> rows(PlainMessage note) {
        return note.body().toJsonArray().stream()
                .map(id -> ((Number) id).longValue())
                .toList();
    }
}
