package io.likewire.gateway.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** How many sockets there are and what they get. */
record PushMetrics(AtomicInteger sockets, Counter frames, Counter conflated, Counter closedSlow, Counter questions) {
    PushMetrics(MeterRegistry registry) {
        this(
                registry.gauge("likewire.push.sockets", new AtomicInteger()),
                registry.counter("likewire.push.frames"),
                registry.counter("likewire.push.conflated"),
                registry.counter("likewire.push.slow.closed"),
                registry.counter("likewire.push.questions"));
    }
}
