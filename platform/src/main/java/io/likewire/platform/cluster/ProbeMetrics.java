package io.likewire.platform.cluster;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code likewire_cluster_*} of the management port. */
final class ProbeMetrics {
    private final AtomicInteger members;
    private final AtomicInteger cutOff;
    private final Counter unanswered;
    private final Counter renewals;
    private final Counter orphans;

    ProbeMetrics(MeterRegistry registry) {
        members = registry.gauge("likewire.cluster.members", new AtomicInteger(1));
        cutOff = registry.gauge("likewire.cluster.cut.off", new AtomicInteger());
        unanswered = registry.counter("likewire.cluster.probe.failures");
        renewals = registry.counter("likewire.cluster.reregistrations");
        orphans = registry.counter("likewire.cluster.orphans.erased");
    }

    void sees(ProbeRound probeRound, boolean suspicious) {
        members.set(probeRound.peers() + 1);
        cutOff.set(suspicious ? 1 : 0);
        unanswered.increment(probeRound.peers() - probeRound.answers());
    }

    void renewed() {
        renewals.increment();
    }

    void erased(int number) {
        orphans.increment(number);
    }
}
