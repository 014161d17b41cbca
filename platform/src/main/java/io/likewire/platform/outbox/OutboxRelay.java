package io.likewire.platform.outbox;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.likewire.platform.broker.Publisher;
import io.likewire.platform.database.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Brings outbox rows to the broker, on one node at a time. Woken after each commit; looks by itself twice a second. Rows
 * are deleted once the broker has confirmed them, so a crash in between only repeats a message.
 */
public final class OutboxRelay {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int LONGEST_PASS_S = 30;
    private static final Duration OTHER_NODE_RELAYS = Duration.ofMillis(50);
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    private final OutboxStore store;
    private final RelayPass pass;
    private final Counter relayed;
    private final RepeatedTask task;
    private boolean mine = true;

    public OutboxRelay(Vertx vertx, Database database, Publisher publisher, MeterRegistry metrics, String service) {
        this.store = new OutboxStore(database);
        this.pass = new RelayPass(store, publisher);
        this.relayed = Counter.builder("likewire.outbox.relayed")
                .tag("service", service)
                .register(metrics);
        this.task = new RepeatedTask(vertx, "relay of the outbox of " + service, PAUSE, this::relay);
    }

    /** There may be something to do. Cheap; call it after every commit that wrote a row. */
    public void wake() {
        if (mine) {
            task.wake();
        }
    }

    /** Starts over at once, whatever back-off is pending: the broker is back. */
    public void brokerIsBack() {
        task.startOver();
    }

    /** Ends after the pass that runs, and one more for what was just committed. */
    public Future<Void> stop() {
        return task.stop()
                .compose(over -> relay())
                .<Void>mapEmpty()
                .otherwiseEmpty()
                .eventually(store::close);
    }

    private Future<Duration> relay() {
        return pass.run().timeout(LONGEST_PASS_S, TimeUnit.SECONDS).compose(this::settle);
    }

    private Future<Duration> settle(RelayPass.Result result) {
        relayed.increment(result.relayed());
        mine = result.mine();
        if (result.left()) {
            return Future.failedFuture("the broker has not taken all of it");
        }
        if (result.more()) {
            return Future.succeededFuture(Duration.ZERO);
        }
        return Future.succeededFuture(mine ? LOOK_EVERY : OTHER_NODE_RELAYS);
    }
}
