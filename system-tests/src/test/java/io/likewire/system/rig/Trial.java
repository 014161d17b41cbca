package io.likewire.system.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.system.rig.ledger.Book;
import io.likewire.system.rig.ledger.Habits;
import io.likewire.system.rig.ledger.Ledger;
import io.likewire.system.rig.ledger.Load;
import io.likewire.system.rig.ledger.Verdict;
import io.likewire.system.rig.report.Report;
import io.likewire.system.rig.report.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;

/** One run of a scenario: products of its own, people who look at them, a ledger, and a report in the end. */
public final class Trial {
    private static final int WATCHERS = 3;

    private final Cluster cluster;
    private final List<Long> products;
    private final long seed;
    private final Report report;
    private final Ledger ledger;
    private final List<Watcher> watchers = new ArrayList<>();
    private Book book;

    private Trial(String name, Cluster cluster, int products) {
        this.cluster = cluster;
        this.seed = Seed.of(name);
        this.products = IntStream.rangeClosed(1, products)
                .mapToObj(n -> cluster.rest().create("Apple " + n))
                .toList();
        this.report = new Report(name, seed);
        this.ledger = Ledger.create(report.file(".ledger.jsonl"));
    }

    /** What a scenario does. */
    public interface Scenario {
        void run(Trial trial) throws Exception;
    }

    /** @param name of the files of the report */
    public static void run(String name, Cluster cluster, int products, Scenario scenario) throws Exception {
        Trial trial = new Trial(name, cluster, products);
        try {
            scenario.run(trial);
            trial.report.passed();
        } catch (Exception | AssertionError failure) {
            trial.report.failed(failure);
            trial.judgeAnyway();
            throw failure;
        } finally {
            trial.close();
        }
    }

    public long seed() {
        return seed;
    }

    public List<Long> products() {
        return products;
    }

    public Timeline timeline() {
        return report.timeline();
    }

    public Report report() {
        return report;
    }

    public List<Watcher> watchers() {
        return watchers;
    }

    /** People begin to look at the products and to like them. */
    public Load load(Habits habits) {
        if (watchers.isEmpty()) {
            IntStream.range(0, WATCHERS)
                    .forEach(i -> watchers.add(Watcher.of(
                            cluster.gateways(), products.stream().limit(50).toList())));
        }
        return Load.start(seed, cluster.gateways(), habits, ledger);
    }

    /** Everything that was asked for so far; no load may run. */
    public Book book() {
        if (book == null) {
            book = ledger.read();
            report.requests(book);
        }
        return book;
    }

    /** Nothing is lost, nothing counted twice, and everybody sees the same in the end. */
    public Duration prove(Duration limit) {
        Duration converged = convergence(limit);
        Verdict verdict = judge();
        assertThat(verdict.lost()).as("lost").isEmpty();
        assertThat(verdict.unexpected()).as("unexpected").isEmpty();
        assertThat(verdict.duplicated()).as("duplicated").isZero();
        assertThat(watchers).flatExtracting(Watcher::contradictions).isEmpty();
        assertThat(views()).as("convergence within " + limit).allMatch(Views::agree);
        assertThat(repairsAfterOneMoreRound())
                .as("counts that had to be repaired")
                .isZero();
        return converged;
    }

    /** Reconciliation is a net and no crutch: whatever falls into it is a bug. */
    private long repairsAfterOneMoreRound() {
        cluster.likesDatabase().reconcileNow();
        Patience.await("a round of comparisons").until(cluster.likesDatabase()::isReconciled);
        return cluster.repairs(products);
    }

    private Verdict judge() {
        long surplus = views().stream().mapToLong(Views::surplus).sum();
        Verdict verdict = Verdict.on(book(), cluster.likesDatabase().likes(products), surplus);
        report.verdict(verdict);
        return verdict;
    }

    /** A scenario that fails for another reason leaves a verdict all the same, where the databases answer. */
    private void judgeAnyway() {
        try {
            judge();
        } catch (RuntimeException unknowable) {
            timeline().note("checker", "no verdict: " + unknowable.getMessage());
        }
    }

    private Duration convergence(Duration limit) {
        long start = System.nanoTime();
        try {
            Patience.await("the same count everywhere")
                    .atMost(limit)
                    .ignoreExceptions()
                    .until(() -> views().stream().allMatch(Views::agree));
        } catch (ConditionTimeoutException tooLate) {
            timeline().note("checker", "no convergence within " + limit);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        report.figure("converged after ms", took.toMillis());
        return took;
    }

    private List<Views> views() {
        return Views.of(cluster, watchers, products);
    }

    private void close() {
        report.healings(watchers.stream()
                .flatMap(watcher -> watcher.healings().stream())
                .toList());
        watchers.forEach(Watcher::close);
        ledger.close();
        book();
        report.write();
    }

    /** How long it took until now, for figures. */
    public static long millisSince(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
    }
}
