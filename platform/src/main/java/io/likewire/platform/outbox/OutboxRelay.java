package io.likewire.platform.outbox;

import io.likewire.platform.Backoff;
import io.likewire.platform.messaging.Publisher;
import io.likewire.platform.store.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings outbox rows to the broker, on one node at a time. Woken after each commit; looks by itself twice a second. Rows
 * are deleted once the broker has confirmed them, so a crash in between only repeats a message.
 */
public final class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long LOOK_EVERY_MS = 500;
    private static final int LONGEST_PASS_S = 30;
    private static final long OTHER_NODE_RELAYS_MS = 50;
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    private final Vertx vertx;
    private final Context home;
    private final OutboxStore store;
    private final RelayPass pass;
    private final Counter relayed;
    private Promise<Void> stopping;
    private boolean running;
    private boolean wakeAgain;
    private boolean lastPass;
    private int failures;
    private long timer = -1;

    public OutboxRelay(Vertx vertx, Database database, Publisher publisher, MeterRegistry metrics, String service) {
        this.vertx = vertx;
        this.home = vertx.getOrCreateContext();
        this.store = new OutboxStore(database);
        this.pass = new RelayPass(store, publisher);
        this.relayed = Counter.builder("likewire.outbox.relayed")
                .tag("service", service)
                .register(metrics);
    }

    /** There may be something to do. Cheap; call it after every commit that wrote a row. */
    public void wake() {
        if (running) {
            wakeAgain = true;
            return;
        }
        if (stopping == null && failures == 0) {
            running = true;
            // Not on behalf of the one who wrote a row: what it finds is everybody's.
            home.runOnContext(turn -> run());
        }
    }

    /** Starts over at once, whatever back-off is pending: the broker is back. */
    public void brokerIsBack() {
        failures = 0;
        wake();
    }

    /** Ends after the pass that runs, and one more for what was just committed. */
    public Future<Void> stop() {
        stopping = Promise.promise();
        lastPass = running;
        if (!running) {
            run();
        }
        return stopping.future().eventually(store::close);
    }

    private void run() {
        vertx.cancelTimer(timer);
        running = true;
        wakeAgain = false;
        Future.succeededFuture()
                .compose(now -> pass.run())
                .timeout(LONGEST_PASS_S, TimeUnit.SECONDS)
                .onComplete(result -> home.runOnContext(turn -> {
                    running = false;
                    if (result.failed()) {
                        failures++;
                        LOG.warn("the outbox was not read: {}", result.cause().getMessage());
                        next(PAUSE.delay(failures - 1).toMillis());
                        return;
                    }
                    settle(result.result());
                }));
    }

    private void settle(RelayPass.Result result) {
        relayed.increment(result.relayed());
        if (result.left()) {
            failures++;
            next(PAUSE.delay(failures - 1).toMillis());
            return;
        }
        failures = 0;
        if (result.more() || (wakeAgain && result.mine())) {
            next(0);
        } else {
            next(wakeAgain ? OTHER_NODE_RELAYS_MS : LOOK_EVERY_MS);
        }
    }

    private void next(long delay) {
        if (lastPass) {
            lastPass = false;
            run();
        } else if (stopping != null) {
            stopping.tryComplete();
        } else if (delay == 0) {
            run();
        } else {
            timer = vertx.setTimer(delay, due -> run());
        }
    }
}
