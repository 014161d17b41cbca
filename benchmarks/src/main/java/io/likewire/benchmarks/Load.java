package io.likewire.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of wrk against an address, with the CPU that programs spend meanwhile. */
final class Load {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern TOTAL = Pattern.compile("(\\d+) requests in");
    private static final Pattern ERRORS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern P50 = Pattern.compile("50%\\s+(\\S+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+(\\S+)");

    /**
     * @param perSecond answers per second
     * @param errors answers that were no success
     * @param cpuPer1000 CPU seconds of the measured programs per 1,000 requests
     */
    record Result(double perSecond, long total, long errors, String p50, String p99, double cpuPer1000) {}

    private final Path scripts;
    private final int connections;

    Load(Path scripts, int connections) {
        this.scripts = scripts;
        this.connections = connections;
    }

    Result run(String url, String script, int seconds, List<Program> measured, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "-t2",
                "-c" + connections,
                "-d" + seconds + "s",
                "--latency",
                "--timeout",
                "5s",
                "-s",
                scripts.resolve(script).toString(),
                url,
                "--"));
        command.addAll(List.of(arguments));
        Duration before = cpu(measured);
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) {
            throw new IOException(output);
        }
        double cpu = cpu(measured).minus(before).toMillis() / 1000.0;
        long total = Long.parseLong(find(TOTAL, output, "0"));
        return new Result(
                Double.parseDouble(find(RATE, output, "0")),
                total,
                Long.parseLong(find(ERRORS, output, "0")),
                find(P50, output, "?"),
                find(P99, output, "?"),
                cpu * 1000 / Math.max(1, total));
    }

    private static Duration cpu(List<Program> programs) {
        return programs.stream().map(Program::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    private static String find(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
