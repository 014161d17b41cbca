/**
 * Traces: spans of HTTP, the event bus and SQL come from Vert.x; those of the outbox' way through the broker are made here.
 * Where no endpoint is set there is no tracer at all.
 */
package io.likewire.platform.tracing;
