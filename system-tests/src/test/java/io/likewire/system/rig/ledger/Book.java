package io.likewire.system.rig.ledger;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A ledger that is closed. */
public final class Book {
    private final Map<Long, Entry> entries = new TreeMap<>();

    private Book() {}

    static Book read(Path file) {
        Book book = new Book();
        try (Stream<String> lines = Files.lines(file)) {
            lines.map(JsonObject::new).forEach(book::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return book;
    }

    private void add(JsonObject line) {
        long number = line.getLong("n");
        entries.compute(number, (n, intent) -> intent == null ? intent(line) : settled(intent, line));
    }

    private static Entry intent(JsonObject line) {
        return Entry.open(
                line.getLong("n"),
                Wish.valueOf(line.getString("wish")),
                UUID.fromString(line.getString("liker")),
                line.getLong("product"),
                line.getLong("at"));
    }

    private static Entry settled(Entry intent, JsonObject line) {
        return intent.settled(
                Outcome.valueOf(line.getString("outcome")), line.getInteger("status"), line.getLong("millis"));
    }

    /** What was answered at this moment or later, in milliseconds since 1970. */
    public Book since(long moment) {
        Book book = new Book();
        entries.values().stream()
                .filter(entry -> entry.end() >= moment)
                .forEach(entry -> book.entries.put(entry.number(), entry));
        return book;
    }

    /** In the order of their intents. */
    public Collection<Entry> entries() {
        return entries.values();
    }

    /** What the table must say about each like that was ever asked for. */
    Map<Like, Expectation> expectations() {
        Map<Like, Expectation> all = new HashMap<>();
        entries().stream().filter(entry -> !entry.isRead()).forEach(entry -> all.computeIfAbsent(
                        entry.like(), like -> new Expectation())
                .learn(entry));
        return all;
    }

    public long count(Outcome outcome) {
        return entries().stream()
                .filter(entry -> !entry.isRead() && entry.outcome() == outcome)
                .count();
    }

    public Set<Integer> statuses(Predicate<Entry> which) {
        return entries().stream().filter(which).map(Entry::status).collect(Collectors.toSet());
    }

    /** From the first failed answer to the last one. */
    public Duration errorSpan() {
        List<Long> ends = entries().stream()
                .filter(Entry::isError)
                .map(Entry::end)
                .sorted()
                .toList();
        return ends.isEmpty() ? Duration.ZERO : Duration.ofMillis(ends.get(ends.size() - 1) - ends.get(0));
    }

    public Duration slowest(Predicate<Entry> which) {
        return Duration.ofMillis(
                entries().stream().filter(which).mapToLong(Entry::millis).max().orElse(0));
    }
}
