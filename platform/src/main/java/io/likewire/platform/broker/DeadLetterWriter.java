package io.likewire.platform.broker;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.impl.LongStringHelper;
import io.likewire.contracts.events.BrokerNames;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Puts a message aside with the reason, so that it blocks nobody: the same on every broker. The original's properties and
 * headers stay; ours say where it came from.
 */
public record DeadLetterWriter(Publisher publisher, String queue) {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWriter.class);
    private static final int LONGEST_REASON = 500;
    private static final int PERSISTENT = 2;

    /** In characters. Headers must fit into one frame, and ours come on top: larger ones are left behind. */
    private static final int MOST_HEADERS = 32 * 1024;

    /** Tells one parked message from every other. */
    public static final String PARKED_ID = "likewire-parked-id";

    public static final String QUEUE = "likewire-queue";
    public static final String EXCHANGE = "likewire-exchange";
    public static final String ROUTING_KEY = "likewire-routing-key";
    public static final String REASON = "likewire-reason";
    public static final String PARKED_AT = "likewire-parked-at";

    /** @return whether the broker has the parked copy */
    Future<Boolean> park(Delivery delivery, String reason) {
        LoggingEventBuilder line = LOG.atWarn();
        delivery.header("traceparent").ifPresent(parent -> line.addKeyValue("traceparent", parent));
        line.log("parking message {} of {}: {}", delivery.properties().getMessageId(), queue, reason);
        AMQP.BasicProperties properties = delivery.properties()
                .builder()
                .headers(headers(delivery, reason))
                .expiration(null)
                .deliveryMode(PERSISTENT)
                .build();
        OutgoingMessage copy = new OutgoingMessage("", BrokerNames.PARKED, properties, delivery.body());
        return publisher.publish(List.of(copy)).map(Publisher.Outcome::complete);
    }

    private Map<String, Object> headers(Delivery delivery, String reason) {
        Map<String, Object> original = delivery.headers();
        Map<String, Object> headers = new HashMap<>(size(original) <= MOST_HEADERS ? original : Map.of());
        headers.keySet().removeIf(name -> name.startsWith("x-"));
        headers.put(PARKED_ID, UUID.randomUUID().toString());
        String text = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        headers.put(REASON, LongStringHelper.asLongString(text));
        headers.put(QUEUE, queue);
        headers.put(EXCHANGE, delivery.envelope().getExchange());
        headers.put(ROUTING_KEY, delivery.envelope().getRoutingKey());
        headers.put(PARKED_AT, Instant.now().toString());
        return headers;
    }

    private static int size(Map<String, Object> headers) {
        return headers.entrySet().stream()
                .mapToInt(header -> header.getKey().length()
                        + (header.getValue() instanceof byte[] bytes
                                ? bytes.length
                                : String.valueOf(header.getValue()).length()))
                .sum();
    }
}
