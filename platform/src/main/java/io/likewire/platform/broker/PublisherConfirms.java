package io.likewire.platform.broker;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.rabbitmq.RabbitMQConfirmation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Publishes on one connection and matches publisher confirms with messages. The client hands out a delivery tag on a worker
 * thread before it publishes: a tag that doesn't follow the last one means another channel, and ends the connection.
 */
final class PublisherConfirms {
    private static final int MOST_CONFIRMATIONS_WAITING = 10_000;
    private static final long FIRST_CHANNEL = 1;

    private final ConcurrentNavigableMap<Long, Promise<Boolean>> pending = new ConcurrentSkipListMap<>();
    private final BrokerConnection brokerConnection;
    private volatile long lastTag;

    private PublisherConfirms(BrokerConnection brokerConnection) {
        this.brokerConnection = brokerConnection;
    }

    static Future<PublisherConfirms> on(BrokerConnection brokerConnection) {
        PublisherConfirms publisherConfirms = new PublisherConfirms(brokerConnection);
        brokerConnection.ended().onSuccess(connectionLoss -> publisherConfirms.failAll());
        return brokerConnection
                .call(client -> client.addConfirmListener(MOST_CONFIRMATIONS_WAITING)
                        .map(confirmations -> confirmations.handler(publisherConfirms::confirmed)))
                .map(publisherConfirms);
    }

    /** One future per message: true when the broker has it, false when it refused it or nobody knows. Never fails. */
    List<Future<Boolean>> publish(List<OutgoingMessage> messages) {
        List<Future<Boolean>> results = new ArrayList<>(messages.size());
        for (OutgoingMessage message : messages) {
            Promise<Boolean> confirmation = Promise.promise();
            results.add(confirmation.future());
            brokerConnection
                    .send(client -> client.basicPublishWithDeliveryTag(
                            message.exchange(),
                            message.routingKey(),
                            message.properties(),
                            message.body(),
                            tag -> register(tag, confirmation)))
                    .onFailure(failure -> confirmation.tryComplete(false));
        }
        return results;
    }

    private void register(long tag, Promise<Boolean> confirmation) {
        if (tag != lastTag + 1) {
            brokerConnection.end(ConnectionLoss.of("delivery tag " + tag + " came after " + lastTag));
            throw new ConnectionLostException(ConnectionLoss.of("another channel"));
        }
        lastTag = tag;
        pending.put(tag, confirmation);
    }

    private void confirmed(RabbitMQConfirmation confirmation) {
        if (confirmation.getChannelInstance() != FIRST_CHANNEL) {
            brokerConnection.end(ConnectionLoss.of("a confirmation came from another channel"));
            return;
        }
        ConcurrentNavigableMap<Long, Promise<Boolean>> settled = confirmation.isMultiple()
                ? pending.headMap(confirmation.getDeliveryTag(), true)
                : pending.subMap(confirmation.getDeliveryTag(), true, confirmation.getDeliveryTag(), true);
        while (!settled.isEmpty()) {
            settled.pollFirstEntry().getValue().tryComplete(confirmation.isSucceeded());
        }
    }

    private void failAll() {
        while (!pending.isEmpty()) {
            pending.pollFirstEntry().getValue().tryComplete(false);
        }
    }
}
