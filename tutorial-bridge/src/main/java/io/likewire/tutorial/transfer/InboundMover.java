package io.likewire.tutorial.transfer;

import io.likewire.platform.Backoff;
import io.likewire.platform.RepeatedTask;
import io.likewire.tutorial.transfer.TransactedChannel.Queue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Takes the tutorial's messages out of its queue, gives each an identity and puts it into a durable queue of ours, in one
 * transaction: from then on they can be delivered twice without harm.
 */
public final class InboundMover extends TransactedChannel {
    private static final int AT_ONCE = 200;
    private static final Duration IDLE = Duration.ofMillis(100);

    private final String from;
    private final String to;
    private final RepeatedTask task;
    private final Counter received;

    public InboundMover(Vertx vertx, URI broker, String from, String to, MeterRegistry metrics) {
        super(vertx, broker, "tutorial.reader." + from, List.of(new Queue(from, false), new Queue(to, true)));
        this.from = from;
        this.to = to;
        this.task = new RepeatedTask(
                vertx, "reader of " + from, Backoff.RECONNECT, () -> pass().map(more -> more ? Duration.ZERO : IDLE));
        this.received =
                Counter.builder("likewire.tutorial.received").tag("queue", from).register(metrics);
    }

    @Override
    public void start() {
        super.start();
        task.start(Duration.ZERO);
    }

    @Override
    public Future<Void> stop() {
        return task.stop().eventually(super::stop);
    }

    private Future<Boolean> pass() {
        if (!isConnected()) {
            return Future.succeededFuture(false);
        }
        return transact(transaction -> {
                    List<PlainMessage> taken = transaction.take(from, AT_ONCE);
                    for (PlainMessage message : taken) {
                        String messageIdentity =
                                MessageIdentity.of(from, message).toString();
                        transaction.put(to, new PlainMessage(messageIdentity, message.contentType(), message.body()));
                    }
                    return taken.size();
                })
                .onSuccess(received::increment)
                .map(moved -> moved == AT_ONCE);
    }
}
