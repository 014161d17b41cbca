package io.likewire.platform.broker;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The unacknowledged messages of one connection, settled in order: while a batch is being applied the next one gathers, behind
 * what there was no time for. They are acknowledged on the channel that delivered them, or not at all; prefetch bounds their
 * number.
 */
final class UnacknowledgedDeliveries {
    private final BrokerConnection brokerConnection;
    private final DeliveryRetry deliveryRetry;
    private List<Delivery> waiting = new ArrayList<>();
    private Promise<Void> finishing;
    private boolean busy;
    private long busySince;
    private long lastTag;

    UnacknowledgedDeliveries(BrokerConnection brokerConnection, DeliveryRetry deliveryRetry) {
        this.brokerConnection = brokerConnection;
        this.deliveryRetry = deliveryRetry;
        brokerConnection.ended().onSuccess(connectionLoss -> deliveryRetry.cancel());
    }

    void add(Delivery delivery) {
        if (delivery.tag() != lastTag + 1) {
            brokerConnection.end(ConnectionLoss.of("delivery " + delivery.tag() + " came after " + lastTag));
            return;
        }
        lastTag = delivery.tag();
        waiting.add(delivery);
        settleNext();
    }

    /** How long the batch in hand has been neither applied nor parked; zero when there is none. */
    Duration heldFor() {
        return busy ? Duration.ofNanos(System.nanoTime() - busySince) : Duration.ZERO;
    }

    /** Takes up no more; completes when the batch in hand is settled. */
    Future<Void> finish() {
        finishing = Promise.promise();
        if (!busy) {
            finishing.complete();
        }
        return finishing.future();
    }

    private void settleNext() {
        if (busy || finishing != null || waiting.isEmpty() || !brokerConnection.isAlive()) {
            return;
        }
        busy = true;
        busySince = System.nanoTime();
        List<Delivery> batch = waiting;
        waiting = new ArrayList<>();
        deliveryRetry
                .settle(batch)
                .compose(settled -> acknowledge(batch, settled))
                .onFailure(failure ->
                        brokerConnection.end(ConnectionLoss.of("deliveries were not settled: " + failure.getMessage())))
                .onComplete(done -> {
                    busy = false;
                    if (finishing != null) {
                        finishing.tryComplete();
                    }
                    settleNext();
                });
    }

    private Future<Void> acknowledge(List<Delivery> batch, int settled) {
        waiting.addAll(0, batch.subList(settled, batch.size()));
        return brokerConnection.call(
                client -> client.basicAck(batch.get(settled - 1).tag(), true));
    }
}
