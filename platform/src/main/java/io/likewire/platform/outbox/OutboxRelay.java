package io.likewire.platform.outbox;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.broker.Publisher;
import io.likewire.platform.database.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Brings outbox rows, and what else a service has for it, to the broker, on one node at a time. Woken after each commit; looks by itself twice a second. Rows
 * are deleted once the broker has confirmed them, so a crash in between only repeats a message.
 */
public final class OutboxRelay {
    private static final int LONGEST_PASS_S = 30;
    private static final Duration OTHER_NODE_RELAYS = Duration.ofMillis(50);
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    private final OutboxStore store;
    private final RelayPass pass;
    private final RelaySource source;
    private final Counter relayed;
    private final RepeatedTask task;
    private boolean resting;

    /** @param source what is relayed beside the outbox */
    public OutboxRelay(
            Vertx vertx,
            Database database,
            Publisher publisher,
            RelaySource source,
            MeterRegistry metrics,
            String service) {
        this.store = new OutboxStore(database);
        this.pass = new RelayPass(store, publisher);
        this.source = source;
        this.relayed = Counter.builder("likewire.outbox.relayed")
                .tag("service", service)
                .register(metrics);
        this.task = new RepeatedTask(vertx, "relay of the outbox of " + service, PAUSE, this::relay);
    }

    /** There may be something to do. Cheap; call it after every commit that wrote a row. */
    public void wake() {
        if (!resting) {
            task.wake();
        }
    }

    /** Starts over at once, whatever back-off is pending: the broker is back. */
    public void brokerIsBack() {
        task.startOver();
    }

    /** Ends after the pass that runs, and one more for what was just committed: what has to pause is another node's, or the next start's. */
    public Future<Void> stop() {
        return task.stop()
                .compose(over -> relay())
                .<Void>mapEmpty()
                .otherwiseEmpty()
                .eventually(store::close);
    }

    private Future<Duration> relay() {
        resting = false;
        return store.whileRelaying(this::pass)
                .timeout(LONGEST_PASS_S, TimeUnit.SECONDS)
                .compose(result -> result == null ? Future.succeededFuture(OTHER_NODE_RELAYS) : settle(result))
                .onSuccess(next -> resting = next.compareTo(RelayResult.LOOK_EVERY) < 0);
    }

    private Future<RelayResult> pass(SqlConnection transaction) {
        return pass.relay(transaction)
                .compose(result -> result.left()
                        ? Future.succeededFuture(result)
                        : source.relay(transaction).map(result::and));
    }

    private Future<Duration> settle(RelayResult result) {
        relayed.increment(result.relayed());
        return result.left()
                ? Future.failedFuture("the broker has not taken all of it")
                : Future.succeededFuture(result.next());
    }
}
