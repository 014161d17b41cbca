package io.likewire.system.rig.report;

import io.likewire.system.rig.Soak;
import io.likewire.system.rig.ledger.Book;
import io.likewire.system.rig.ledger.Entry;
import io.likewire.system.rig.ledger.Verdict;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run leaves in {@code target/promises}: numbers as JSON, and the same as a text to read. */
public final class Report {
    private static final Logger LOG = LoggerFactory.getLogger(Report.class);
    private static final Path DIRECTORY = Path.of("target", "promises");

    private final String name;
    private final long seed;
    private final Timeline timeline = new Timeline();
    private final JsonObject figures = new JsonObject();
    private final JsonObject content = new JsonObject();

    public Report(String name, long seed) {
        this.name = name;
        this.seed = seed;
        content.put("name", name)
                .put("seed", seed)
                .put("form", Soak.choose("short", "soak"))
                .put("startedAt", Instant.now().toString())
                .put("processors", Runtime.getRuntime().availableProcessors());
        load("start");
    }

    public Timeline timeline() {
        return timeline;
    }

    /** A file beside the report. */
    public Path file(String ending) {
        return DIRECTORY.resolve(name + "-" + seed + ending);
    }

    /** A number worth reading. */
    public void figure(String what, Object value) {
        figures.put(what, value);
        LOG.info("{}: {} {}", name, what, value);
    }

    public void requests(Book book) {
        content.put("seconds", seconds(book));
        figure("first to last error, ms", book.errorSpan().toMillis());
        figure("slowest accepted, ms", book.slowest(Entry::isAccepted).toMillis());
    }

    public void verdict(Verdict verdict) {
        content.put("verdict", verdict.toJson());
        LOG.info("{}: {}", name, verdict.toJson().encode());
    }

    /** How long pages were without a value after each of their connections. */
    public void healings(List<Duration> durations) {
        if (!durations.isEmpty()) {
            figure("connections of pages", durations.size());
            figure(
                    "slowest from connected to all counts shown, ms",
                    Collections.max(durations).toMillis());
        }
    }

    public void passed() {
        content.put("passed", true);
    }

    public void failed(Throwable failure) {
        content.put("passed", false).put("failure", failure.toString());
    }

    /** Writes everything down. */
    public void write() {
        load("end");
        content.put("millis", timeline.now())
                .put("figures", figures)
                .put("timeline", timeline.toJson())
                .put("ledger", file(".ledger.jsonl").toString());
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file(".json"), content.encodePrettily());
            Files.writeString(file(".txt"), Summary.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(String when) {
        figure(
                "load of the machine at the " + when,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** How many good and bad answers came in each second. */
    private JsonArray seconds(Book book) {
        long[][] counts = new long[(int) (timeline.now() / 1000) + 1][2];
        for (Entry entry : book.entries()) {
            long second = (entry.end() - timeline.start()) / 1000;
            counts[(int) Math.max(0, Math.min(second, counts.length - 1))][entry.isError() ? 1 : 0]++;
        }
        JsonArray seconds = new JsonArray();
        for (long[] count : counts) {
            seconds.add(new JsonArray().add(count[0]).add(count[1]));
        }
        return seconds;
    }
}
