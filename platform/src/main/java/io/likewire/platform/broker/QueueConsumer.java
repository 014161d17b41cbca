package io.likewire.platform.broker;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.rabbitmq.QueueOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The service's one connection for consuming: reads a queue for as long as the service lives. */
public final class QueueConsumer extends Reconnector {
    private static final int PREFETCH = 256;
    private static final int FINISHING_S = 3;

    private final Vertx vertx;
    private final ConsumerQueue queue;
    private final DeadLetterWriter deadLetterWriter;
    private UnacknowledgedDeliveries unacknowledgedDeliveries;

    /** @param publisher takes parked messages */
    public QueueConsumer(Vertx vertx, URI broker, String queue, Publisher publisher) {
        this(vertx, broker, ConsumerQueue.usual(queue), publisher);
    }

    /** @param queue declared by this consumer alone */
    public QueueConsumer(Vertx vertx, URI broker, ConsumerQueue queue, Publisher publisher) {
        super(vertx, broker, queue.name() + " consumer");
        this.vertx = vertx;
        this.queue = queue;
        this.deadLetterWriter = new DeadLetterWriter(publisher, queue.name());
    }

    /** How many messages wait in a queue; asked on this connection, which a broker never blocks for lack of space. */
    public Future<Long> depth(String anyQueue) {
        return ifConnected(connection -> connection.call(client -> client.messageCount(anyQueue)));
    }

    /** How long the messages in hand have waited to be applied; they are in no queue's depth. */
    public Duration heldFor() {
        return unacknowledgedDeliveries == null ? Duration.ZERO : unacknowledgedDeliveries.heldFor();
    }

    /** Finishes the batch in hand; everything else goes back to the queue. */
    @Override
    public Future<Void> stop() {
        Future<Void> finished =
                unacknowledgedDeliveries == null ? Future.succeededFuture() : unacknowledgedDeliveries.finish();
        return Future.any(finished, vertx.timer(FINISHING_S, TimeUnit.SECONDS))
                .eventually(super::stop)
                .mapEmpty();
    }

    @Override
    protected Future<Void> setUp(BrokerConnection born) {
        unacknowledgedDeliveries =
                new UnacknowledgedDeliveries(born, new DeliveryRetry(vertx, queue.name(), deadLetterWriter));
        UnacknowledgedDeliveries fresh = unacknowledgedDeliveries;
        QueueOptions options = new QueueOptions().setAutoAck(false).setMaxInternalQueueSize(PREFETCH * 2);
        return Topology.declare(born, queue)
                .compose(done -> born.call(client -> client.basicQos(0, PREFETCH, false)))
                .compose(done -> born.call(client -> client.basicConsumer(queue.name(), options)
                        .map(consumer -> consumer.handler(message -> fresh.add(Delivery.of(message)))
                                .endHandler(
                                        ended -> born.end(ConnectionLoss.of("the broker cancelled the consumer"))))))
                .mapEmpty();
    }
}
