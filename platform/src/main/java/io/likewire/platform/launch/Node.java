package io.likewire.platform.launch;

import io.likewire.platform.management.Health;
import io.likewire.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;

/**
 * What a process gives each of its services.
 *
 * @param health where the service registers its parts
 * @param metrics printed at {@code /metrics} of the management port
 * @param operations {@code /operations/*} of the management port; handlers run on the management server's context
 * @param tracing off unless an endpoint is set
 */
public record Node(Health health, MeterRegistry metrics, Tracing tracing, Router operations) {}
