package io.likewire.benchmarks;

import io.likewire.benchmarks.Meter.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Likewire beside the bare programs, in turn (A B C A B C); medians.
 *
 * @param targets the bare program, the one with the bus, Likewire
 */
record Comparison(Meter meter, List<Target> targets) {
    static void printHead() {
        System.out.println("""

                | | | per second | p50 | p99 | CPU s for 1,000: services | servers | rate beside bare, with bus | \
                CPU of services beside bare, with bus | settled after | failed | lost |
                |---|---|---|---|---|---|---|---|---|---|---|---|""");
    }

    void measure(Workload workload, int rounds) throws Exception {
        List<List<Result>> results = new ArrayList<>();
        for (Target target : targets) {
            meter.warmUp(target, workload);
            results.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < targets.size(); i++) {
                results.get(i).add(meter.run(targets.get(i), workload));
            }
        }
        for (int i = 0; i < targets.size(); i++) {
            print(workload, targets.get(i).name(), results.get(i), results);
        }
    }

    private static void print(Workload workload, String name, List<Result> own, List<List<Result>> all) {
        ToDoubleFunction<Result> rate = result -> result.answers().perSecond();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,.0f | %.1f ms | %.1f ms | %.3f | %.3f | %s | %s | %s | %d | %d |%n",
                workload.title,
                name,
                median(own, rate),
                median(own, result -> result.answers().p50()),
                median(own, result -> result.answers().p99()),
                median(own, Result::services),
                median(own, Result::servers),
                ratios(own, all, rate),
                ratios(own, all, Result::services),
                workload.writes() ? String.format(Locale.ROOT, "%.1f s", median(own, Result::drain)) : "",
                own.stream().mapToLong(one -> one.answers().failed()).sum(),
                own.stream().mapToLong(Result::lost).sum());
    }

    private static String ratios(List<Result> own, List<List<Result>> all, ToDoubleFunction<Result> figure) {
        double value = median(own, figure);
        return String.format(
                Locale.ROOT, "%.2f, %.2f", value / median(all.get(0), figure), value / median(all.get(1), figure));
    }

    static double median(List<Result> results, ToDoubleFunction<Result> figure) {
        double[] sorted = results.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
