package io.likewire.platform.delivery;

import io.likewire.contracts.bus.BusEndpoint;
import io.likewire.contracts.operations.DeadLettersEndpoint;
import io.likewire.platform.broker.BrokerPublisher;
import io.likewire.platform.broker.Delivery;
import io.likewire.platform.broker.Publisher;
import io.likewire.platform.broker.QueueConsumer;
import io.likewire.platform.broker.QueueHandlers;
import io.likewire.platform.broker.Verdict;
import io.likewire.platform.database.Database;
import io.likewire.platform.deadletters.BrokerDeadLetters;
import io.likewire.platform.deadletters.DeadLetterRoutes;
import io.likewire.platform.launch.Node;
import io.likewire.platform.outbox.OutboxGauge;
import io.likewire.platform.outbox.OutboxRelay;
import io.likewire.platform.outbox.RelaySource;
import io.likewire.platform.telemetry.BusMetrics;
import io.likewire.platform.telemetry.Tracing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A service's whole traffic with the broker: its own events out of the outbox, others' events in from one queue, and what an
 * operator sees of both. One instance for each service, on the context of its verticle.
 */
public final class EventPipeline implements EventDelivery {

    /** Far more than applying a batch takes. */
    private static final Duration BEHIND = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final String queue;
    private final Tracing tracing;
    private final OutboxGauge outbox;
    private final BrokerPublisher publisher;
    private final OutboxRelay relay;
    private final QueueConsumer consumer;
    private final QueueGauges queues;
    private final BusEndpoint messages;

    /**
     * @param pool for the outbox' depth, once a second; the relay has a connection of its own
     * @param queue what this service reads
     * @param beside what waits for the publisher beside the outbox: {@link RelaySource#NONE} where all events go through it
     */
    public EventPipeline(
            Vertx vertx,
            Database database,
            Pool pool,
            EventPipelineOptions options,
            String queue,
            Node node,
            Function<Publisher, RelaySource> beside) {
        String service = node.health().service();
        this.vertx = vertx;
        this.queue = queue;
        this.tracing = node.tracing();
        this.publisher = new BrokerPublisher(vertx, options.broker(), service, this::brokerIsBack);
        Publisher traced = TracedPublisher.of(publisher, tracing);
        RelaySource source = beside.apply(traced);
        this.relay = new OutboxRelay(vertx, database, traced, source, node.metrics(), service);
        this.outbox = new OutboxGauge(vertx, pool, source, options.outboxLimit(), node.metrics(), service);
        this.consumer = new QueueConsumer(vertx, options.broker(), queue, publisher);
        this.queues = new QueueGauges(vertx, consumer, queue, node.metrics());
        node.health().helpful("broker", this::connected).explained("broker", this::refusal);
        BrokerDeadLetters deadLetters = new BrokerDeadLetters(vertx, options.broker());
        new DeadLetterRoutes(deadLetters).mount(node.operations());
        this.messages = DeadLettersEndpoint.open(vertx, deadLetters, new BusMetrics(node.metrics()));
    }

    /** @param handler applies deliveries of the queue: one verdict for each, or a failure for all of them */
    public void start(Function<List<Delivery>, Future<List<Verdict>>> handler) {
        QueueHandlers.serve(vertx, queue, TracedDeliveries.of(handler, queue, tracing));
        publisher.start();
        consumer.start();
        outbox.start();
        queues.start();
        relay.wake();
    }

    @Override
    public void written() {
        relay.wake();
    }

    @Override
    public boolean isFull() {
        return outbox.isFull();
    }

    @Override
    public boolean isBehind() {
        return consumer.heldFor().compareTo(BEHIND) > 0;
    }

    /** Whether half of what may wait in the outbox does: then work that has time had better wait too. */
    public Future<Boolean> isHalfFull() {
        return outbox.isHalfFull();
    }

    /** How many messages wait in a queue; fails while the broker is away. */
    public Future<Long> depth(String anyQueue) {
        return consumer.depth(anyQueue);
    }

    /** What was just committed goes out once more; what is not yet acknowledged goes back to the queue. */
    public Future<Void> stop() {
        outbox.stop();
        queues.stop();
        return messages.leave()
                .eventually(consumer::stop)
                .eventually(relay::stop)
                .eventually(publisher::stop);
    }

    private String refusal() {
        return publisher.refusal() == null ? consumer.refusal() : publisher.refusal();
    }

    private void brokerIsBack() {
        relay.brokerIsBack();
    }

    private Future<Void> connected() {
        return publisher.isConnected() && consumer.isConnected()
                ? Future.succeededFuture()
                : Future.failedFuture("not connected");
    }
}
