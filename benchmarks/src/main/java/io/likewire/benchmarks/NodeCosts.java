package io.likewire.benchmarks;

import io.likewire.benchmarks.Meter.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What reads and likes cost when there are more nodes of each service. */
record NodeCosts(Rig rig, Meter meter, Options options) {
    void measure() throws Exception {
        System.out.println("""

                | nodes of each service | | per second | CPU s for 1,000: services | servers | failed | lost |
                |---|---|---|---|---|---|---|""");
        for (int nodes : options.nodes()) {
            try (Target target = rig.startLikewire(nodes, nodes)) {
                for (Workload workload : List.of(Workload.ONE, Workload.LIKE)) {
                    measure(nodes, target, workload);
                }
            }
        }
    }

    private void measure(int nodes, Target target, Workload workload) throws Exception {
        meter.warmUp(target, workload);
        List<Result> results = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            results.add(meter.run(target, workload));
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %,.0f | %.3f | %.3f | %d | %d |%n",
                nodes,
                workload.title,
                Comparison.median(results, result -> result.answers().perSecond()),
                Comparison.median(results, Result::services),
                Comparison.median(results, Result::servers),
                results.stream().mapToLong(one -> one.answers().failed()).sum(),
                results.stream().mapToLong(Result::lost).sum());
    }
}
