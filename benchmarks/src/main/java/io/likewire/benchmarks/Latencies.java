package io.likewire.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Times from when something was due until it was done. */
final class Latencies {
    private final long[] nanos;
    private int done;
    private int failed;

    Latencies(int expected) {
        this.nanos = new long[expected];
    }

    void done(long due) {
        nanos[done++] = System.nanoTime() - due;
    }

    void failed() {
        failed++;
    }

    boolean complete() {
        return done + failed == nanos.length;
    }

    /** Cells of a table: p50, p99, p99.9, and how many failed or are missing. */
    String cells() {
        long[] sorted = Arrays.copyOf(nanos, done);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%.1f ms | %.1f ms | %.1f ms | %d |",
                milliseconds(sorted, 0.5),
                milliseconds(sorted, 0.99),
                milliseconds(sorted, 0.999),
                nanos.length - done);
    }

    private static double milliseconds(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (sorted.length * share)] / 1e6;
    }
}
