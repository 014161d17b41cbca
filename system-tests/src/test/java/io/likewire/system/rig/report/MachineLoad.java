package io.likewire.system.rig.report;

import io.vertx.core.json.JsonArray;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The machine's load average, once a second. */
final class MachineLoad {
    private final List<Double> samples = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private MachineLoad() {}

    static MachineLoad begin() {
        MachineLoad load = new MachineLoad();
        load.clock.scheduleAtFixedRate(load::sample, 0, 1, TimeUnit.SECONDS);
        return load;
    }

    private void sample() {
        samples.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    JsonArray end() {
        clock.shutdownNow();
        return new JsonArray(samples);
    }
}
