package io.likewire.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.LongStringHelper;
import io.likewire.contracts.events.Names;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a message aside with the reason, so that it blocks nobody: the same on every broker. The original's properties and
 * headers stay; ours say where it came from.
 */
final class Parking {
    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final int LONGEST_REASON = 500;
    private static final int PERSISTENT = 2;

    private final Publisher publisher;
    private final String queue;

    Parking(Publisher publisher, String queue) {
        this.publisher = publisher;
        this.queue = queue;
    }

    /** @return whether the broker has the parked copy */
    Future<Boolean> park(Delivery delivery, String reason) {
        LOG.warn("parking message {} of {}: {}", delivery.properties().getMessageId(), queue, reason);
        AMQP.BasicProperties properties = delivery.properties()
                .builder()
                .headers(headers(delivery, reason))
                .expiration(null)
                .deliveryMode(PERSISTENT)
                .build();
        OutgoingMessage copy = new OutgoingMessage("", Names.PARKED, properties, delivery.body());
        return publisher.publish(List.of(copy)).map(Publisher.Outcome::complete);
    }

    private Map<String, Object> headers(Delivery delivery, String reason) {
        Map<String, Object> headers = new HashMap<>();
        if (delivery.properties().getHeaders() != null) {
            headers.putAll(delivery.properties().getHeaders());
        }
        headers.keySet().removeIf(name -> name.startsWith("x-"));
        String text = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        headers.put("likewire-reason", LongStringHelper.asLongString(text));
        headers.put("likewire-queue", queue);
        headers.put("likewire-exchange", delivery.envelope().getExchange());
        headers.put("likewire-routing-key", delivery.envelope().getRoutingKey());
        headers.put("likewire-parked-at", Instant.now().toString());
        return headers;
    }
}
