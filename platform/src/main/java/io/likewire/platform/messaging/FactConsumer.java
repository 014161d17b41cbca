package io.likewire.platform.messaging;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.rabbitmq.QueueOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The service's one connection for consuming: reads a queue for as long as the service lives. */
public final class FactConsumer {
    private static final int PREFETCH = 256;
    private static final int FINISHING_S = 3;

    private final Vertx vertx;
    private final OwnQueue queue;
    private final Parking parking;
    private final EpochLoop loop;
    private Deliveries deliveries;
    private Epoch epoch;

    /** @param publisher takes parked messages */
    public FactConsumer(Vertx vertx, URI broker, String queue, Publisher publisher) {
        this(vertx, broker, OwnQueue.usual(queue), publisher);
    }

    /** Likewise, with a queue that only this reader declares. */
    public FactConsumer(Vertx vertx, URI broker, OwnQueue queue, Publisher publisher) {
        this.vertx = vertx;
        this.queue = queue;
        this.parking = new Parking(publisher, queue.name());
        this.loop = new EpochLoop(vertx, broker, queue.name() + " consumer", this::setUp);
    }

    public void start() {
        loop.start();
    }

    public boolean isConnected() {
        return loop.isServing();
    }

    /** How many messages wait in a queue; asked on this connection, which a broker never blocks for lack of space. */
    public Future<Long> depth(String anyQueue) {
        return loop.isServing()
                ? epoch.call(client -> client.messageCount(anyQueue))
                : Future.failedFuture("The broker is away");
    }

    /** How long the messages in hand have waited to be applied; they are in no queue's depth. */
    public Duration heldFor() {
        return deliveries == null ? Duration.ZERO : deliveries.heldFor();
    }

    /** Finishes the batch in hand; everything else goes back to the queue. */
    public Future<Void> stop() {
        Future<Void> finished = deliveries == null ? Future.succeededFuture() : deliveries.finish();
        return Future.any(finished, vertx.timer(FINISHING_S, TimeUnit.SECONDS))
                .eventually(loop::stop)
                .mapEmpty();
    }

    private Future<Void> setUp(Epoch born) {
        epoch = born;
        deliveries = new Deliveries(born, new Attempts(vertx, queue.name(), parking));
        Deliveries fresh = deliveries;
        QueueOptions options = new QueueOptions().setAutoAck(false).setMaxInternalQueueSize(PREFETCH * 2);
        return Topology.declare(born, queue)
                .compose(done -> born.call(client -> client.basicQos(0, PREFETCH, false)))
                .compose(done -> born.call(client -> client.basicConsumer(queue.name(), options)
                        .map(consumer -> consumer.handler(message -> fresh.add(Delivery.of(message)))
                                .endHandler(ended -> born.end(Death.of("the broker cancelled the consumer"))))))
                .mapEmpty();
    }
}
