package io.likewire.likes.maintenance;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.products.ProductsService;
import io.likewire.likes.maintenance.CountAudit.Line;
import io.likewire.platform.Backoff;
import io.likewire.platform.InTurn;
import io.likewire.platform.RepeatedTask;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through all products again and again and compares three things that must agree: the likes, their
 * count, and the count that products-verticle shows. What differs is counted anew and told anew, and shows in a metric that
 * stays 0 in a system without faults of its own.
 */
public final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(50);

    private final CountAudit ledger;
    private final ProductsService products;
    private final LaggingProjections laggingProjections;
    private final Pace pace;
    private final Counter checked;
    private final Counter counterRepairs;
    private final Counter projectionRepairs;
    private final RepeatedTask comparing;

    /**
     * @param betweenRounds from the start of one round to the next
     * @param lookEvery whether there is something to do
     */
    public record Pace(Duration betweenRounds, Duration lookEvery) {
        public static Pace usual(Duration betweenRounds) {
            return new Pace(betweenRounds, Duration.ofSeconds(1));
        }
    }

    public Reconciliation(
            Vertx vertx,
            CountAudit ledger,
            ProductsService products,
            LaggingProjections laggingProjections,
            Pace pace,
            MeterRegistry metrics) {
        this.ledger = ledger;
        this.products = products;
        this.laggingProjections = laggingProjections;
        this.pace = pace;
        this.checked = metrics.counter("likewire.reconciliation.checked");
        this.counterRepairs = metrics.counter("likewire.reconciliation.repairs", "kind", "counter");
        this.projectionRepairs = metrics.counter("likewire.reconciliation.repairs", "kind", "projection");
        this.comparing = new RepeatedTask(
                vertx, "the comparison of counts", new Backoff(pace.lookEvery(), pace.lookEvery()), this::look);
    }

    public void start() {
        comparing.start(pace.lookEvery());
    }

    public void stop() {
        comparing.stop();
    }

    /** At once, for somebody who met a count that can't be right. */
    public Future<Void> recount(long productId) {
        return repair(productId, null, false, counterRepairs);
    }

    private Future<Duration> look() {
        return ledger.nextPage(pace.betweenRounds())
                .compose(page -> check(page).map(page))
                .compose(page -> page.isEmpty() ? resend().map(page) : Future.succeededFuture(page))
                .map(page -> page.isEmpty() ? pace.lookEvery() : BETWEEN_PAGES);
    }

    private Future<Void> check(List<Line> page) {
        if (page.isEmpty()) {
            return Future.succeededFuture();
        }
        checked.increment(page.size());
        return InTurn.each(
                        page,
                        line -> line.rows() == line.count().likes()
                                ? Future.succeededFuture()
                                : recount(line.count().productId()))
                .compose(done -> compare(page));
    }

    private Future<Void> compare(List<Line> page) {
        Map<Long, LikeCount> ours =
                page.stream().map(Line::count).collect(Collectors.toMap(LikeCount::productId, count -> count));
        return products.projectedCounts(List.copyOf(ours.keySet()), Call.question(PATIENCE))
                .compose(all -> InTurn.each(all, theirs -> compare(ours.get(theirs.productId()), theirs)));
    }

    /** A version that is behind is no fault yet; one that is ahead, or equal with another count, is. */
    private Future<Void> compare(LikeCount ours, LikeCount theirs) {
        if (theirs.version() < ours.version()) {
            laggingProjections.note(ours);
            return Future.succeededFuture();
        }
        boolean same = theirs.version() == ours.version() && theirs.likes() == ours.likes();
        return same ? Future.succeededFuture() : repair(theirs.productId(), theirs, false, projectionRepairs);
    }

    private Future<Void> resend() {
        return laggingProjections
                .lost(products)
                .compose(lost -> InTurn.each(lost, id -> repair(id, null, true, projectionRepairs)));
    }

    private Future<Void> repair(long productId, LikeCount theirs, boolean lost, Counter repairs) {
        return ledger.repair(productId, theirs, lost)
                .onSuccess(written -> {
                    if (written) {
                        repairs.increment();
                        LOG.warn("the count of product {} was wrong or lost; it is counted and told anew", productId);
                    }
                })
                .mapEmpty();
    }
}
