package io.likewire.platform.telemetry;

import io.likewire.contracts.bus.EndpointObserver;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rate, errors and duration of a bus address: timer {@code likewire.bus} by address, action and outcome. Failures that
 * nobody expected are logged. One instance for each endpoint.
 */
public final class BusMetrics implements EndpointObserver {
    private static final Logger LOG = LoggerFactory.getLogger(BusMetrics.class);
    private final MeterProvider<Timer> timers;

    public BusMetrics(MeterRegistry metrics) {
        this.timers = Timer.builder("likewire.bus")
                .serviceLevelObjectives(Durations.BUCKETS)
                .withRegistry(metrics);
    }

    @Override
    public void failed(Throwable failure) {
        LOG.error("An action failed: {}", failure.getMessage(), failure);
    }

    @Override
    public void answered(String address, String action, String outcome, long nanos) {
        timers.withTags("address", address, "action", action, "outcome", outcome)
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
