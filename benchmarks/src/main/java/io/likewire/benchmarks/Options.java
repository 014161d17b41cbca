package io.likewire.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options of the command line; see {@link #USAGE}. */
record Options(
        Set<String> parts, List<Workload> workloads, int rounds, int seconds, int warmUpSeconds, List<Integer> nodes) {
    static final String USAGE = """
            --parts compare,rates,live,nodes  what is measured: beside bare programs, under an offered rate, sockets, more nodes
            --workloads one,cold,list,like,hot
            --rounds 3      of each workload and program, in turn; medians are printed
            --seconds 4     of one run
            --warm-up 3     seconds of a run whose figures do not count: as many as CPU falls, 8 at most
            --nodes 1,2,4   of each service, for the part nodes
            """;

    static Options parse(String... arguments) {
        Map<String, String> given = new HashMap<>(Map.of(
                "--parts", "compare,rates,live,nodes",
                "--workloads", "one,cold,list,like,hot",
                "--rounds", "3",
                "--seconds", "4",
                "--warm-up", "3",
                "--nodes", "1,2,4"));
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length || given.replace(arguments[i], arguments[i + 1]) == null) {
                throw new IllegalArgumentException("unknown, or without a value: " + arguments[i] + "\n" + USAGE);
            }
        }
        return new Options(
                Set.of(given.get("--parts").split(",")),
                Workload.named(given.get("--workloads")),
                Integer.parseInt(given.get("--rounds")),
                Integer.parseInt(given.get("--seconds")),
                Integer.parseInt(given.get("--warm-up")),
                Arrays.stream(given.get("--nodes").split(","))
                        .map(Integer::valueOf)
                        .toList());
    }
}
