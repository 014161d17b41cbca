package io.likewire.benchmarks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/**
 * Sends at a rate, whatever has become of what it sent before, and counts from the moment when each was due: who answers
 * late can't make the next ones wait uncounted. Everything runs on one event loop.
 */
final class OpenLoop {
    private static final long PATIENCE_MS = 15_000;
    private final Vertx vertx;
    private final double perSecond;
    private final Sender sender;
    private final Latencies latencies;
    private final int total;
    private final Promise<Latencies> finished = Promise.promise();
    private long begin;
    private int sent;

    /** Sends one; the future succeeds with the answer. */
    interface Sender {
        Future<?> send(int number, long due);
    }

    private OpenLoop(Vertx vertx, double perSecond, int seconds, Sender sender) {
        this.vertx = vertx;
        this.perSecond = perSecond;
        this.sender = sender;
        this.total = (int) (perSecond * seconds);
        this.latencies = new Latencies(total);
    }

    static Latencies run(Vertx vertx, double perSecond, int seconds, Sender sender) throws Exception {
        OpenLoop loop = new OpenLoop(vertx, perSecond, seconds, sender);
        vertx.runOnContext(now -> loop.start());
        return loop.finished.future().await(seconds * 1000L + 2 * PATIENCE_MS, TimeUnit.MILLISECONDS);
    }

    private void start() {
        begin = System.nanoTime();
        vertx.setPeriodic(1, timer -> sendWhatIsDue(timer));
    }

    private void sendWhatIsDue(long timer) {
        long now = System.nanoTime();
        while (sent < total && due(sent) <= now) {
            send(sent++);
        }
        if (latencies.complete() || now - due(total) > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS)) {
            vertx.cancelTimer(timer);
            finished.tryComplete(latencies);
        }
    }

    private long due(int number) {
        return begin + (long) (number / perSecond * 1e9);
    }

    private void send(int number) {
        long due = due(number);
        sender.send(number, due).onSuccess(answer -> latencies.done(due)).onFailure(failure -> latencies.failed());
    }
}
