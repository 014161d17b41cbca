package io.likewire.system.rig;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who tried to like what, and what came of it; and how reads went meanwhile. Each visitor likes once. */
public final class Ledger {
    /** No answer at all. */
    public static final int NONE = 0;

    /**
     * @param visitor who likes; null for a read
     * @param start in nanoseconds of {@link System#nanoTime()}
     */
    public record Entry(UUID visitor, long productId, int status, long start, long end) {
        boolean isLike() {
            return visitor != null;
        }

        boolean isAccepted() {
            return status == 200;
        }
    }

    private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();

    void add(Entry entry) {
        entries.add(entry);
    }

    public Set<Integer> statuses() {
        return entries.stream().map(Entry::status).collect(Collectors.toSet());
    }

    public Set<Integer> statusesOfLikes() {
        return entries.stream().filter(Entry::isLike).map(Entry::status).collect(Collectors.toSet());
    }

    public long acceptedSince(long moment) {
        return entries.stream()
                .filter(entry -> entry.isAccepted() && entry.start() >= moment)
                .count();
    }

    /** The moment of the last failed answer, or the given one where there was none after it. */
    public long lastErrorSince(long moment) {
        return errorList().stream().mapToLong(Entry::end).reduce(moment, Math::max);
    }

    public Set<UUID> accepted(long productId) {
        return visitors(productId, Entry::isAccepted);
    }

    /** Whether they like it only the table knows. */
    public Set<UUID> unknown(long productId) {
        return visitors(productId, entry -> !entry.isAccepted());
    }

    private Set<UUID> visitors(long productId, Predicate<Entry> which) {
        return entries.stream()
                .filter(entry -> entry.isLike() && entry.productId() == productId)
                .filter(which)
                .map(Entry::visitor)
                .collect(Collectors.toSet());
    }

    public long errors() {
        return errorList().size();
    }

    /** From the first failed answer to the last one. */
    public Duration errorSpan() {
        List<Entry> errors = errorList();
        return errors.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(
                        errors.get(errors.size() - 1).end() - errors.get(0).end());
    }

    public Duration slowestAccepted() {
        return Duration.ofNanos(entries.stream()
                .filter(Entry::isAccepted)
                .mapToLong(entry -> entry.end() - entry.start())
                .max()
                .orElse(0));
    }

    private List<Entry> errorList() {
        return entries.stream()
                .filter(entry -> !entry.isAccepted())
                .sorted(Comparator.comparingLong(Entry::end))
                .toList();
    }

    @Override
    public String toString() {
        return "%d requests answered, %d errors within %d ms, statuses %s, slowest good answer %d ms"
                .formatted(
                        acceptedSince(Long.MIN_VALUE),
                        errors(),
                        errorSpan().toMillis(),
                        statuses(),
                        slowestAccepted().toMillis());
    }
}
