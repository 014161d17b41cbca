package io.likewire.platform.delivery;

import io.likewire.contracts.events.BrokerNames;
import io.likewire.platform.broker.QueueConsumer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code likewire_queue_messages}: what waits in this service's queue, and what nobody could apply or wanted. */
final class QueueGauges {
    private static final long LOOK_EVERY_MS = Duration.ofSeconds(2).toMillis();

    private final Vertx vertx;
    private final QueueConsumer consumer;
    private final Map<String, Double> depths;
    private long timer;

    QueueGauges(Vertx vertx, QueueConsumer consumer, String queue, MeterRegistry metrics) {
        this.vertx = vertx;
        this.consumer = consumer;
        this.depths = Stream.of(queue, BrokerNames.PARKED, BrokerNames.UNROUTED)
                .collect(Collectors.toMap(name -> name, name -> Double.NaN, (a, b) -> a, ConcurrentHashMap::new));
        depths.keySet().forEach(name -> Gauge.builder("likewire.queue.messages", () -> depths.get(name))
                .tag("queue", name)
                .register(metrics));
    }

    void start() {
        timer = vertx.setPeriodic(LOOK_EVERY_MS, due -> depths.keySet().forEach(this::look));
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look(String queue) {
        consumer.depth(queue)
                .onSuccess(depth -> depths.put(queue, depth.doubleValue()))
                .onFailure(unknown -> depths.put(queue, Double.NaN));
    }
}
