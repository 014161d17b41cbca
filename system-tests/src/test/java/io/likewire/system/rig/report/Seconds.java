package io.likewire.system.rig.report;

import io.likewire.system.rig.ledger.Book;
import io.likewire.system.rig.ledger.Entry;
import io.vertx.core.json.JsonArray;
import java.util.function.Predicate;

/** How many answers of each kind came in each second. */
final class Seconds {
    private Seconds() {}

    static JsonArray of(Book book, long start) {
        long last = book.entries().stream().mapToLong(Entry::end).max().orElse(start);
        int size = (int) ((last - start) / 1000) + 1;
        long[] good = counts(book, start, size, entry -> !entry.isError());
        long[] bad = counts(book, start, size, Entry::isError);
        JsonArray seconds = new JsonArray();
        for (int i = 0; i < size; i++) {
            seconds.add(new JsonArray().add(good[i]).add(bad[i]));
        }
        return seconds;
    }

    private static long[] counts(Book book, long start, int size, Predicate<Entry> which) {
        long[] counts = new long[size];
        book.entries().stream()
                .filter(which)
                .forEach(entry -> counts[(int) Math.max(0, (entry.end() - start) / 1000)]++);
        return counts;
    }
}
