package io.likewire.platform.broker;

import io.likewire.platform.Backoff;
import io.likewire.platform.InTurn;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tries deliveries until each is applied or parked. Trouble with the infrastructure counts no attempt and is waited for,
 * until the messages are better given back; poison is parked at once; the unknown is isolated, tried five times and parked.
 */
final class DeliveryRetry {
    private static final int MOST_ATTEMPTS = 5;
    private static final int SUSPICIOUS_DELIVERIES = 20;
    private static final int TOO_MANY_DELIVERIES = 1_000;

    /** RabbitMQ takes back what is unacknowledged for half an hour, and counts each return as a delivery. */
    private static final long GIVE_BACK_AFTER_MS = Duration.ofMinutes(25).toMillis();

    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    private final Vertx vertx;
    private final String queue;
    private final DeadLetterWriter deadLetterWriter;
    private boolean cancelled;

    DeliveryRetry(Vertx vertx, String queue, DeadLetterWriter deadLetterWriter) {
        this.vertx = vertx;
        this.queue = queue;
        this.deadLetterWriter = deadLetterWriter;
    }

    /** The channel is gone: nothing that happens now could be acknowledged. */
    void cancel() {
        cancelled = true;
    }

    /** How many of them, from the first on, are applied or parked: at least one. Fails when they are better given back. */
    Future<Integer> settle(List<Delivery> batch) {
        boolean suspicious = batch.stream().anyMatch(delivery -> delivery.earlierDeliveries() > SUSPICIOUS_DELIVERIES);
        if (suspicious && batch.size() > 1) {
            return oneByOne(batch);
        }
        if (batch.get(0).earlierDeliveries() > TOO_MANY_DELIVERIES) {
            return park(batch.get(0), "delivered more than " + TOO_MANY_DELIVERIES + " times without an end")
                    .map(1);
        }
        return attempt(batch, 0);
    }

    private Future<Integer> attempt(List<Delivery> batch, int failures) {
        return throughOutage(() -> QueueHandlers.ask(vertx, queue, batch))
                .transform(result -> result.succeeded()
                        ? parkPoison(batch, result.result())
                        : afterFailure(batch, failures + 1, result.cause()));
    }

    private Future<Integer> afterFailure(List<Delivery> batch, int failures, Throwable failure) {
        if (cancelled || QueueHandlers.isOutage(failure)) {
            return Future.failedFuture(failure);
        }
        if (batch.size() > 1) {
            return oneByOne(batch);
        }
        if (failures >= MOST_ATTEMPTS) {
            return park(batch.get(0), "failed " + failures + " times: " + failure.getMessage())
                    .map(1);
        }
        return pause(failures).compose(later -> attempt(batch, failures));
    }

    private Future<Integer> oneByOne(List<Delivery> batch) {
        return InTurn.each(batch, delivery -> settle(List.of(delivery))).map(batch.size());
    }

    private Future<Integer> parkPoison(List<Delivery> batch, List<Verdict> verdicts) {
        Future<Void> parked = Future.succeededFuture();
        for (int i = 0; i < verdicts.size(); i++) {
            Delivery delivery = batch.get(i);
            Verdict verdict = verdicts.get(i);
            if (verdict.isPoison()) {
                parked = parked.compose(done -> park(delivery, verdict.poison()));
            }
        }
        return parked.map(verdicts.size());
    }

    private Future<Void> park(Delivery delivery, String reason) {
        return throughOutage(() -> deadLetterWriter
                        .park(delivery, reason)
                        .compose(has -> has ? Future.succeededFuture() : Future.failedFuture(new NotParked())))
                .mapEmpty();
    }

    private <T> Future<T> throughOutage(Supplier<Future<T>> action) {
        return throughOutage(action, 0, System.currentTimeMillis() + GIVE_BACK_AFTER_MS);
    }

    private <T> Future<T> throughOutage(Supplier<Future<T>> action, int attempt, long until) {
        return action.get().recover(failure -> {
            boolean outage = failure instanceof NotParked || QueueHandlers.isOutage(failure);
            if (cancelled || !outage || System.currentTimeMillis() > until) {
                return Future.failedFuture(failure);
            }
            return pause(attempt).compose(later -> throughOutage(action, attempt + 1, until));
        });
    }

    private Future<Void> pause(int attempt) {
        return vertx.timer(PAUSE.delay(attempt).toMillis(), TimeUnit.MILLISECONDS)
                .compose(later -> cancelled ? Future.failedFuture("the channel is gone") : Future.succeededFuture());
    }

    private static final class NotParked extends RuntimeException {
        NotParked() {
            super("the broker did not confirm the parked copy", null, false, false);
        }
    }
}
