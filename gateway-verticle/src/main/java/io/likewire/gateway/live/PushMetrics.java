package io.likewire.gateway.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** How many sockets there are and what they get. */
final class PushMetrics {
    private final AtomicInteger sockets;
    private final Counter frames;
    private final Counter conflated;
    private final Counter slow;
    private final Counter questions;

    PushMetrics(MeterRegistry registry) {
        sockets = registry.gauge("likewire.push.sockets", new AtomicInteger());
        frames = registry.counter("likewire.push.frames");
        conflated = registry.counter("likewire.push.conflated");
        slow = registry.counter("likewire.push.slow.closed");
        questions = registry.counter("likewire.push.questions");
    }

    void opened() {
        sockets.incrementAndGet();
    }

    void closed() {
        sockets.decrementAndGet();
    }

    void sent() {
        frames.increment();
    }

    void conflated() {
        conflated.increment();
    }

    void closedSlow() {
        slow.increment();
    }

    void asked() {
        questions.increment();
    }
}
