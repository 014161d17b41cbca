package io.likewire.platform.launch;

import io.likewire.platform.health.Health;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What a process gives each of its services.
 *
 * @param health where the service registers its parts
 * @param metrics printed at {@code /metrics} of the management port
 */
public record Node(Health health, MeterRegistry metrics) {}
