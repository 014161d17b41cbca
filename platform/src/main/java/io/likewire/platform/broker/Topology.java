package io.likewire.platform.broker;

import io.likewire.contracts.events.BrokerLayout;
import io.likewire.contracts.events.BrokerLayout.Binding;
import io.likewire.contracts.events.BrokerLayout.Exchange;
import io.likewire.contracts.events.BrokerLayout.Queue;
import io.likewire.platform.InTurn;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;

/**
 * The whole topology, declared by every process before its first publish, so that no event can come before its queue. Qpid
 * ignores the arguments; the embedded broker has its own alternate binding for what no queue wants.
 */
final class Topology {
    private Topology() {}

    /** Whether every process declares the queue, because a service that is always there reads it. */
    static boolean isAlwaysThere(String queue) {
        return BrokerLayout.CONSUMED.stream().anyMatch(known -> known.name().equals(queue));
    }

    /** Beside the whole topology, a queue that only its reader knows. */
    static Future<Void> declare(BrokerConnection brokerConnection, ConsumerQueue own) {
        return declare(brokerConnection).compose(done -> switch (own.kind()) {
            case USUAL -> Future.succeededFuture();
            case BOUND -> declare(brokerConnection, BrokerLayout.consumed(own.name(), own.routingKeys()));
            case HANDED_OVER ->
                brokerConnection
                        .call(client -> client.queueDeclare(own.name(), true, false, false, ConsumerQueue.CLASSIC))
                        .mapEmpty();
        });
    }

    static Future<Void> declare(BrokerConnection brokerConnection) {
        return InTurn.each(BrokerLayout.EXCHANGES, exchange -> declare(brokerConnection, exchange))
                .compose(done -> InTurn.each(BrokerLayout.KEPT, queue -> declare(brokerConnection, queue)))
                .compose(done -> InTurn.each(BrokerLayout.CONSUMED, queue -> declare(brokerConnection, queue)));
    }

    private static Future<Void> declare(BrokerConnection brokerConnection, Exchange exchange) {
        JsonObject arguments = new JsonObject(new HashMap<>(exchange.arguments()));
        return brokerConnection.call(
                client -> client.exchangeDeclare(exchange.name(), exchange.type(), true, false, arguments));
    }

    private static Future<Void> declare(BrokerConnection brokerConnection, Queue queue) {
        JsonObject arguments = new JsonObject(new HashMap<>(queue.arguments()));
        return brokerConnection
                .call(client -> client.queueDeclare(queue.name(), true, false, false, arguments))
                .compose(done -> InTurn.each(queue.bindings(), binding -> bind(brokerConnection, queue, binding)));
    }

    private static Future<Void> bind(BrokerConnection brokerConnection, Queue queue, Binding binding) {
        return brokerConnection.call(
                client -> client.queueBind(queue.name(), binding.exchange(), binding.routingKey()));
    }
}
