package io.likewire.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Likewire as clustered processes, beside bare programs, on one machine: prints the tables of docs/performance.md. Run from
 * the root of the repository after {@code mvn -DskipTests package}; needs wrk, MariaDB and RabbitMQ on PATH.
 */
public final class Benchmark {
    private static final List<Integer> SOCKETS = List.of(1_000, 5_000, 10_000);
    private final Rig rig;
    private final Options options;
    private final Meter meter;

    private Benchmark(Rig rig, Options options) {
        this.rig = rig;
        this.options = options;
        this.meter = new Meter(rig, options);
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments);
        Path directory = Files.createDirectories(Path.of("benchmarks", "target", "run-" + System.currentTimeMillis())
                .toAbsolutePath());
        try (Rig rig = new Rig(directory)) {
            new Benchmark(rig, options).run();
        }
    }

    private void run() throws Exception {
        if (options.parts().contains("compare")) {
            compare();
        }
        if (options.parts().contains("rates")) {
            try (Target likewire = rig.startLikewire(1, 2)) {
                new OfferedRates(likewire, meter, rig.visitors(), options).measure();
            }
        }
        if (options.parts().contains("live")) {
            live();
        }
        if (options.parts().contains("nodes")) {
            new NodeCosts(rig, meter, options).measure();
        }
    }

    private void compare() throws Exception {
        long begin = System.nanoTime();
        try (Target likewire = rig.startLikewire(1, 1)) {
            System.out.printf(
                    Locale.ROOT, "services ready, with products, after %.1f s%n", (System.nanoTime() - begin) / 1e9);
            printMemory(likewire, "idle");
            rig.createBareTables();
            try (Target bare = rig.startBare();
                    Target behindBus = rig.startBareBehindBus()) {
                Comparison comparison = new Comparison(meter, List.of(bare, behindBus, likewire));
                Comparison.printHead();
                for (Workload workload : options.workloads()) {
                    comparison.measure(workload, options.rounds());
                }
            }
            printMemory(likewire, "loaded");
        }
    }

    private void live() throws Exception {
        try (Target likewire = rig.startLikewire(1, 1);
                Target bare = rig.startBareSockets()) {
            LiveCapacity.printHead();
            for (int sockets : SOCKETS) {
                new LiveCapacity(bare.program("bare"), bare, sockets).measureFrames(options);
                new LiveCapacity(likewire.program("gateway"), likewire, sockets).measureLikes(options);
            }
        }
    }

    private static void printMemory(Target target, String when) throws Exception {
        for (Program service : target.programs()) {
            System.out.printf(Locale.ROOT, "%s %s: %d MB resident%n", service.name(), when, service.memory());
        }
    }
}
