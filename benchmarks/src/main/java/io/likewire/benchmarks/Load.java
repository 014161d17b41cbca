package io.likewire.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** wrk, once for each port of a target: connections that ask again as soon as they have an answer. */
record Load(Visitors visitors) {
    private static final int CONNECTIONS = 64;
    private static final Path SCRIPT = Path.of("benchmarks", "src", "main", "lua", "load.lua");

    /**
     * @param requests answered ones, refused ones among them
     * @param p50 milliseconds, as p99; of the slowest port
     */
    record Answers(long requests, double perSecond, double p50, double p99, long refused, long broken) {
        long accepted() {
            return requests - refused;
        }

        long failed() {
            return refused + broken;
        }

        private Answers plus(Answers other) {
            return new Answers(
                    requests + other.requests,
                    perSecond + other.perSecond,
                    Math.max(p50, other.p50),
                    Math.max(p99, other.p99),
                    refused + other.refused,
                    broken + other.broken);
        }
    }

    Answers run(Target target, Workload workload, int firstProduct, int seconds) throws IOException {
        List<Process> running = new ArrayList<>();
        int lanes = target.ports().size();
        for (int lane = 0; lane < lanes; lane++) {
            List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c" + CONNECTIONS / lanes));
            command.addAll(List.of("-d" + seconds + "s", "--timeout", "5s", "-s", SCRIPT.toString()));
            command.addAll(List.of("http://127.0.0.1:" + target.ports().get(lane), "--"));
            command.addAll(workload.arguments(firstProduct, lane, lanes, visitors));
            running.add(new ProcessBuilder(command).redirectErrorStream(true).start());
        }
        Answers all = new Answers(0, 0, 0, 0, 0, 0);
        for (Process wrk : running) {
            all = all.plus(read(new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
        }
        return all;
    }

    private static Answers read(String output) throws IOException {
        String result = output.lines()
                .filter(line -> line.startsWith("RESULT "))
                .findFirst()
                .orElseThrow(() -> new IOException(output));
        long[] parts = Arrays.stream(result.split(" "))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return new Answers(parts[0], parts[0] * 1e6 / parts[1], parts[2] / 1e3, parts[3] / 1e3, parts[4], parts[5]);
    }
}
