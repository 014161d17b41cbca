package io.likewire.platform.broker;

import com.rabbitmq.client.AMQP;
import io.likewire.contracts.events.BrokerNames;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * An operator's connection to a queue of dead letters. It ends with the operation: whatever was looked at
 * and neither replayed nor dropped is then back in its queue.
 */
public final class DeadLetterSession {
    private static final long PATIENCE_S = 60;
    private static final long CONFIRM_PATIENCE_S = 5;

    private final BrokerConnection brokerConnection;
    private final PublisherConfirms publisherConfirms;
    private final String queue;

    private DeadLetterSession(BrokerConnection brokerConnection, PublisherConfirms publisherConfirms, String queue) {
        this.brokerConnection = brokerConnection;
        this.publisherConfirms = publisherConfirms;
        this.queue = queue;
    }

    /** Runs an operation within a minute; fails when the broker is away. */
    public static <T> Future<T> with(
            Vertx vertx, URI broker, String queue, Function<DeadLetterSession, Future<T>> operation) {
        return BrokerConnection.open(vertx, broker, "operator at " + queue)
                .compose(brokerConnection -> Topology.declare(brokerConnection)
                        .compose(declared -> PublisherConfirms.on(brokerConnection))
                        .compose(publisherConfirms ->
                                operation.apply(new DeadLetterSession(brokerConnection, publisherConfirms, queue)))
                        .timeout(PATIENCE_S, TimeUnit.SECONDS)
                        .onComplete(done -> brokerConnection.end(ConnectionLoss.of("the operation has ended"))));
    }

    public Future<Long> depth() {
        return brokerConnection.call(client -> client.messageCount(queue));
    }

    /** The next message that this session has not seen; empty when there is none. */
    public Future<Optional<Delivery>> next() {
        return brokerConnection
                .call(client -> client.basicGet(queue, false))
                .map(message -> Optional.ofNullable(message).map(Delivery::of));
    }

    public Future<Void> drop(Delivery delivery) {
        return brokerConnection.call(client -> client.basicAck(delivery.tag(), false));
    }

    /** Sends it where it was to go, and takes it out of here once the broker has it there. False when nobody knows where. */
    public Future<Boolean> replay(Delivery delivery) {
        Optional<OutgoingMessage> copy = copy(delivery);
        return copy.isEmpty()
                ? Future.succeededFuture(false)
                : isThere(copy.get())
                        .compose(there ->
                                publisherConfirms.publish(List.of(copy.get())).get(0))
                        .timeout(CONFIRM_PATIENCE_S, TimeUnit.SECONDS)
                        .compose(has ->
                                has ? drop(delivery).map(true) : Future.failedFuture("The broker did not take it"));
    }

    /** The default exchange drops what is for a queue that nobody declares any more. */
    private Future<Void> isThere(OutgoingMessage copy) {
        return copy.exchange().equals(BrokerNames.EXCHANGE) || Topology.isAlwaysThere(copy.routingKey())
                ? Future.succeededFuture()
                : brokerConnection
                        .call(client -> client.messageCount(copy.routingKey()))
                        .mapEmpty();
    }

    private Optional<OutgoingMessage> copy(Delivery delivery) {
        Map<String, Object> headers = new HashMap<>(delivery.headers());
        headers.keySet().removeIf(name -> name.startsWith("x-") || name.startsWith("likewire-"));
        AMQP.BasicProperties properties =
                delivery.properties().builder().headers(headers).build();
        if (queue.equals(BrokerNames.UNROUTED)) {
            String key = delivery.envelope().getRoutingKey();
            return Optional.of(new OutgoingMessage(BrokerNames.EXCHANGE, key, properties, delivery.body()));
        }
        return delivery.parkedFrom()
                .filter(origin -> Topology.isAlwaysThere(origin) || BrokerNames.BRIDGE.contains(origin))
                .map(origin -> new OutgoingMessage("", origin, properties, delivery.body()));
    }
}
