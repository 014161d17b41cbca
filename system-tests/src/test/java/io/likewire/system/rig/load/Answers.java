package io.likewire.system.rig.load;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** What came back from an {@link OpenLoop}; touched on its event loop only while it runs. */
public final class Answers {
    private final Duration time;
    private final TreeMap<Integer, Integer> statuses = new TreeMap<>();
    private long[] good = new long[1_024];
    private long[] refused = new long[1_024];
    private int goods;
    private int refusals;
    private int unexplained;
    private int cut;
    private int unsent;
    private int connected;
    private long sent;
    private long done;

    Answers(Duration time) {
        this.time = time;
    }

    long begin() {
        sent++;
        return System.nanoTime();
    }

    void connected() {
        connected++;
    }

    void end(long begin, int status, String retryAfter) {
        done++;
        statuses.merge(status, 1, Integer::sum);
        long took = System.nanoTime() - begin;
        if (status == 200) {
            good = put(good, goods++, took);
        } else {
            refused = put(refused, refusals++, took);
            unexplained += retryAfter == null ? 1 : 0;
        }
    }

    void unanswered(Throwable failure) {
        done++;
        if (failure instanceof ConnectionPoolTooBusyException || sent > connected) {
            unsent++;
        } else {
            cut++;
        }
    }

    private static long[] put(long[] array, int index, long value) {
        long[] room = index < array.length ? array : Arrays.copyOf(array, 2 * array.length);
        room[index] = value;
        return room;
    }

    long sent() {
        return sent;
    }

    boolean complete() {
        return done == sent;
    }

    public Set<Integer> statuses() {
        return statuses.keySet();
    }

    /** Refusals that didn't say when to come back. */
    public int unexplained() {
        return unexplained;
    }

    /** Requests whose connection ended without an answer. */
    public int cut() {
        return cut;
    }

    public int goods() {
        return goods;
    }

    public double goodput() {
        return goods / (time.toMillis() / 1e3);
    }

    /** Of the good ones, in milliseconds. */
    public long p99() {
        return at(good, goods, 0.99);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d offered in %d s: statuses %s, %d never sent, %d cut, %.0f good/s; good p50 %d ms, p99 %d ms; refused p50 %d ms, p99 %d ms",
                sent,
                time.toSeconds(),
                statuses,
                unsent,
                cut,
                goodput(),
                at(good, goods, 0.5),
                p99(),
                at(refused, refusals, 0.5),
                at(refused, refusals, 0.99));
    }

    private static long at(long[] nanos, int size, double share) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return size == 0 ? 0 : sorted[(int) Math.min(size - 1, Math.floor(size * share))] / 1_000_000;
    }
}
