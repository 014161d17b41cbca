package io.likewire.platform.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.platform.Thrown;
import io.likewire.platform.recovery.Republisher.State;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepublisherTest {
    private static final Consumer<State> NOBODY = end -> {};
    private static final Duration SOON = Duration.ofMillis(20);
    private final Vertx vertx = Vertx.vertx();
    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicInteger written = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void partsAreToldOneAfterTheOtherPageByPage() {
        Republisher republisher = of(id -> page("a" + id, 2, id == 0 ? 7L : null), id -> page("b" + id, 1, null));

        assertThat(republisher.start(NOBODY)).isTrue();
        await().until(() -> !republisher.state().running());

        assertThat(asked).containsExactly("a0", "a7", "b0");
        assertThat(republisher.state()).isEqualTo(new State(false, 5, null));
        assertThat(written).hasValue(3);
    }

    @Test
    void itWaitsWhileTheOutboxIsHalfFull() {
        full.set(true);
        AtomicInteger looks = new AtomicInteger();
        Republisher republisher = new Republisher(
                vertx,
                () -> Future.succeededFuture(looks.incrementAndGet() > 0 && full.get()),
                written::incrementAndGet,
                SOON,
                List.of(id -> page("a" + id, 1, null)));

        republisher.start(NOBODY);
        await().until(() -> looks.get() > 1);
        assertThat(asked).isEmpty();

        full.set(false);
        await().until(() -> !republisher.state().running());
        assertThat(asked).containsExactly("a0");
    }

    @Test
    void aFailedPageIsTriedAgainFromWhereItBegan() {
        AtomicInteger tries = new AtomicInteger();
        Republisher republisher =
                of(id -> tries.incrementAndGet() < 3 ? Future.failedFuture("away") : page("a" + id, 1, null));

        republisher.start(NOBODY);
        await().until(() -> !republisher.state().running());

        assertThat(asked).containsExactly("a0");
        assertThat(republisher.state()).isEqualTo(new State(false, 1, null));
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsThrownItGoesOn(Thrown thrown) {
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger pages = new AtomicInteger();
        Republisher republisher = new Republisher(
                vertx,
                () -> looks.incrementAndGet() == 1 ? thrown.now() : Future.succeededFuture(false),
                written::incrementAndGet,
                SOON,
                List.of(id -> pages.incrementAndGet() == 1 ? thrown.now() : page("a" + id, 1, null)));

        republisher.start(NOBODY);

        await().until(() -> !republisher.state().running());
        assertThat(asked).containsExactly("a0");
        assertThat(republisher.state().failure()).isNull();
    }

    @Test
    void theStopWaitsForThePageInHandAndNoneFollows() {
        Promise<RepublishPage> held = Promise.promise();
        AtomicInteger pages = new AtomicInteger();
        List<State> ends = new CopyOnWriteArrayList<>();
        Republisher republisher = of(id -> {
            pages.incrementAndGet();
            return held.future();
        });
        republisher.start(ends::add);
        await().until(() -> pages.get() == 1);

        Future<Void> stop = republisher.stop();
        assertThat(stop.isComplete()).isFalse();
        held.complete(new RepublishPage(4, 7L));
        stop.await();

        assertThat(ends).containsExactly(new State(false, 4, "the node leaves"));
        assertThat(pages).hasValue(1);
        assertThat(republisher.start(NOBODY)).isFalse();
    }

    @Test
    void betweenTwoPagesTheStopIsTheEnd() {
        full.set(true);
        List<State> ends = new CopyOnWriteArrayList<>();
        AtomicInteger looks = new AtomicInteger();
        Republisher republisher = new Republisher(
                vertx,
                () -> Future.succeededFuture(looks.incrementAndGet() > 0 && full.get()),
                written::incrementAndGet,
                Duration.ofHours(1),
                List.of(id -> page("a" + id, 1, null)));
        republisher.start(ends::add);
        await().until(() -> looks.get() > 0);

        republisher.stop().await();

        await().until(() -> !ends.isEmpty());
        assertThat(ends).containsExactly(new State(false, 0, "the node leaves"));
        assertThat(asked).isEmpty();
    }

    private Republisher of(RepublishSource... parts) {
        return new Republisher(
                vertx, () -> Future.succeededFuture(full.get()), written::incrementAndGet, SOON, List.of(parts));
    }

    private Future<RepublishPage> page(String name, int events, Long lastId) {
        asked.add(name);
        return Future.succeededFuture(new RepublishPage(events, lastId));
    }
}
