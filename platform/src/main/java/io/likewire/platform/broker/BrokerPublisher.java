package io.likewire.platform.broker;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service's one connection for publishing. */
public final class BrokerPublisher extends Reconnector implements Publisher {
    private static final long CONFIRM_PATIENCE_MS = 5_000;
    private static final long DECLARE_EVERY_MS = 10_000;

    private final Vertx vertx;
    private final Runnable connected;
    private BrokerConnection brokerConnection;
    private PublisherConfirms publisherConfirms;

    /** @param connected told after each connection; for those who wait with messages */
    public BrokerPublisher(Vertx vertx, URI broker, String service, Runnable connected) {
        super(vertx, broker, service + " publisher");
        this.vertx = vertx;
        this.connected = connected;
    }

    @Override
    protected Future<Void> setUp(BrokerConnection fresh) {
        return Topology.declare(fresh)
                .compose(done -> PublisherConfirms.on(fresh))
                .map(ready -> {
                    brokerConnection = fresh;
                    publisherConfirms = ready;
                    keepTopology(fresh);
                    connected.run();
                    return null;
                });
    }

    /** A binding that somebody removed comes back by itself; until then its events go to the unrouted. */
    private void keepTopology(BrokerConnection fresh) {
        vertx.setPeriodic(DECLARE_EVERY_MS, timer -> {
            if (fresh.isAlive()) {
                Topology.declare(fresh);
            } else {
                vertx.cancelTimer(timer);
            }
        });
    }

    @Override
    public Future<Outcome> publish(List<OutgoingMessage> messages) {
        if (brokerConnection == null || !brokerConnection.isAlive()) {
            return Future.succeededFuture(new Outcome(Collections.nCopies(messages.size(), false), false));
        }
        BrokerConnection used = brokerConnection;
        List<Future<Boolean>> results = publisherConfirms.publish(messages);
        Context home = vertx.getOrCreateContext();
        Promise<Outcome> outcome = Promise.promise();
        Future.all(results)
                .timeout(CONFIRM_PATIENCE_MS, TimeUnit.MILLISECONDS)
                .onFailure(late -> used.end(ConnectionLoss.of("no confirm within five seconds")))
                .transform(done -> used.isAlive()
                        ? Future.succeededFuture(false)
                        : used.ended().map(ConnectionLoss::byRefusal))
                // A timeout fires on a thread of its own; whoever asked goes on where it was.
                .onComplete(refused -> home.runOnContext(back -> outcome.complete(outcome(results, refused.result()))));
        return outcome.future();
    }

    private static Outcome outcome(List<Future<Boolean>> results, boolean refused) {
        return new Outcome(
                results.stream().map(one -> Boolean.TRUE.equals(one.result())).toList(), refused);
    }
}
