package io.likewire.system.rig.report;

import io.likewire.system.rig.Soak;
import io.likewire.system.rig.ledger.Book;
import io.likewire.system.rig.ledger.Entry;
import io.likewire.system.rig.ledger.Verdict;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run leaves in {@code target/promises}: numbers as JSON, and a page to look at. */
public final class Report {
    private static final Logger LOG = LoggerFactory.getLogger(Report.class);
    private static final Path DIRECTORY = Path.of("target", "promises");

    private final String name;
    private final long seed;
    private final Timeline timeline = new Timeline();
    private final MachineLoad machineLoad = MachineLoad.begin();
    private final JsonObject figures = new JsonObject();
    private final JsonObject content = new JsonObject();
    private final List<Long> healings = new ArrayList<>();

    public Report(String name, long seed) {
        this.name = name;
        this.seed = seed;
        content.put("name", name)
                .put("seed", seed)
                .put("form", Soak.choose("short", "soak"))
                .put("startedAt", Instant.now().toString())
                .put("processors", Runtime.getRuntime().availableProcessors());
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
        content.put("seconds", Seconds.of(book, timeline.start()));
        figure("first to last error, ms", book.errorSpan().toMillis());
        figure("slowest accepted, ms", book.slowest(Entry::isAccepted).toMillis());
    }

    public void verdict(Verdict verdict) {
        content.put("verdict", verdict.toJson());
        LOG.info("{}: {}", name, verdict.toJson().encode());
    }

    /** How long pages were without a value after each of their connections. */
    public void healings(List<Duration> durations) {
        durations.forEach(duration -> healings.add(duration.toMillis()));
    }

    public void passed() {
        content.put("passed", true);
    }

    public void failed(Throwable failure) {
        content.put("passed", false).put("failure", failure.toString());
    }

    /** Writes everything down. */
    public void write() {
        content.put("millis", timeline.now())
                .put("figures", figures)
                .put("timeline", timeline.toJson())
                .put("machineLoad", machineLoad.end())
                .put("connectedToHealedMillis", new JsonArray(healings));
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file(".json"), content.encodePrettily());
            Files.writeString(file(".html"), Page.of(content));
            Files.writeString(DIRECTORY.resolve("index.html"), IndexPage.of(DIRECTORY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
