package io.likewire.likes.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.products.ProductsService;
import io.likewire.likes.maintenance.CountAudit.Line;
import io.likewire.likes.maintenance.Reconciliation.Pace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final int ASKED_FIVE_TIMES_MORE = 5;
    private final Vertx vertx = Vertx.vertx();
    private final Deque<List<Line>> pages = new ArrayDeque<>();
    private final List<String> repairs = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private List<LikeCount> theirs = List.of();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean nothingOnTheWay;
    private long onItsWay;
    private boolean everyThirdAnswerIsNone;

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void whatAgreesIsLeftAlone() {
        theirs = List.of(new LikeCount(7, 3, 100));
        round(line(7, 3, 100, 3));

        assertThat(repairs).isEmpty();
        assertThat(repaired("counter") + repaired("projection")).isZero();
    }

    @Test
    void aCountThatIsNotTheNumberOfLikesIsRepaired() {
        theirs = List.of(new LikeCount(7, 4, 100));
        round(line(7, 4, 100, 3));

        await().until(() -> !repairs.isEmpty());
        assertThat(repairs).containsExactly("7 lost=false theirs=null");
        assertThat(repaired("counter")).isOne();
    }

    @Test
    void anotherCountOfTheSameVersionIsRepaired() {
        theirs = List.of(new LikeCount(7, 9, 100), new LikeCount(8, 2, 200));
        round(line(7, 3, 100, 3), line(8, 2, 200, 2));

        await().until(() -> !repairs.isEmpty());
        assertThat(repairs).containsExactly("7 lost=false theirs=9");
        assertThat(repaired("projection")).isOne();
    }

    @Test
    void aVersionThatIsBehindOrUnknownThereIsNoFaultYet() {
        theirs = List.of(new LikeCount(7, 2, 99));
        round(line(7, 3, 100, 3), line(8, 1, 50, 1));

        assertThat(repairs).isEmpty();
    }

    @Test
    void aVersionThatStaysBehindAlthoughNothingIsOnTheWayIsTheSignOfALostEvent() {
        nothingOnTheWay = true;
        theirs = List.of(new LikeCount(7, 2, 99));
        round(line(7, 3, 100, 3));
        await().until(() -> !repairs.isEmpty());

        assertThat(repairs).containsExactly("7 lost=true theirs=null");
        assertThat(repaired("projection")).isOne();
    }

    @Test
    void aVersionIsNotLostWhileItStillWaitsForTheBroker() {
        nothingOnTheWay = true;
        onItsWay = 8;
        theirs = List.of(new LikeCount(7, 2, 99), new LikeCount(8, 2, 99));
        round(line(7, 3, 100, 3), line(8, 3, 100, 3));
        await().until(() -> !repairs.isEmpty());

        assertThat(repairs).containsExactly("7 lost=true theirs=null");
    }

    @Test
    void aVersionIsNotLostWhileSomeNodeHasEventsInItsHands() {
        nothingOnTheWay = true;
        theirs = List.of(new LikeCount(7, 2, 99));
        everyThirdAnswerIsNone = true;
        round(line(7, 3, 100, 3));

        assertThat(repairs).isEmpty();
    }

    private void round(Line... lines) {
        pages.add(List.of(lines));
        Reconciliation reconciliation = new Reconciliation(
                vertx,
                ledger(),
                products(),
                new LaggingProjections(Duration.ZERO, this::delivered),
                new Pace(Duration.ofHours(1), Duration.ofMillis(10)),
                metrics);
        vertx.runOnContext(go -> reconciliation.start());
        await().until(() -> checked() == lines.length && asked.get() > 0);
        await().until(() -> asked.get() > ASKED_FIVE_TIMES_MORE || !nothingOnTheWay);
        reconciliation.stop();
    }

    private Future<List<Long>> delivered(List<Long> products) {
        return Future.succeededFuture(products.stream()
                .filter(id -> nothingOnTheWay && id != onItsWay)
                .toList());
    }

    private double checked() {
        return metrics.counter("likewire.reconciliation.checked").count();
    }

    private double repaired(String kind) {
        return metrics.counter("likewire.reconciliation.repairs", "kind", kind).count();
    }

    private static Line line(long id, long likes, long version, long rows) {
        return new Line(new LikeCount(id, likes, version), rows);
    }

    private CountAudit ledger() {
        return new CountAudit() {
            @Override
            public Future<List<Line>> nextPage(Duration betweenRounds) {
                return Future.succeededFuture(pages.isEmpty() ? List.of() : pages.remove());
            }

            @Override
            public Future<Boolean> repair(long productId, LikeCount count, boolean lost) {
                repairs.add(productId + " lost=" + lost + " theirs=" + (count == null ? null : count.likes()));
                return Future.succeededFuture(true);
            }
        };
    }

    private ProductsService products() {
        return (ProductsService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ProductsService.class}, (proxy, method, arguments) -> {
                    assertThat(arguments[1]).isInstanceOf(Call.class);
                    return asked.incrementAndGet() % 3 == 0 && everyThirdAnswerIsNone
                            ? Future.failedFuture("events are in hand")
                            : Future.succeededFuture(theirs);
                });
    }
}
