package io.likewire.platform.telemetry;

import io.likewire.contracts.bus.EndpointObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rate, errors and duration of a bus address: timer {@code likewire.bus} by address, action and outcome. Failures that
 * nobody expected are logged. One instance for each endpoint.
 */
public final class BusMetrics implements EndpointObserver {
    private static final Logger LOG = LoggerFactory.getLogger(BusMetrics.class);
    private final MeterRegistry metrics;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    private record Key(String action, String outcome) {}

    public BusMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void failed(Throwable failure) {
        LOG.error("An action failed: {}", failure.getMessage(), failure);
    }

    @Override
    public void answered(String address, String action, String outcome, long nanos) {
        timers.computeIfAbsent(new Key(action, outcome), key -> timer(address, key))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String address, Key key) {
        return Timer.builder("likewire.bus")
                .tag("address", address)
                .tag("action", key.action())
                .tag("outcome", key.outcome())
                .serviceLevelObjectives(Durations.BUCKETS)
                .register(metrics);
    }
}
