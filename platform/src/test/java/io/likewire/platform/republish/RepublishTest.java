package io.likewire.platform.republish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.platform.Thrown;
import io.likewire.platform.republish.Republish.State;
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

class RepublishTest {
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
        Republish republish = of(id -> page("a" + id, 2, id == 0 ? 7L : null), id -> page("b" + id, 1, null));

        assertThat(republish.start(NOBODY)).isTrue();
        await().until(() -> !republish.state().running());

        assertThat(asked).containsExactly("a0", "a7", "b0");
        assertThat(republish.state()).isEqualTo(new State(false, 5, null));
        assertThat(written).hasValue(3);
    }

    @Test
    void itWaitsWhileTheOutboxIsHalfFull() {
        full.set(true);
        AtomicInteger looks = new AtomicInteger();
        Republish republish = new Republish(
                vertx,
                () -> Future.succeededFuture(looks.incrementAndGet() > 0 && full.get()),
                written::incrementAndGet,
                SOON,
                List.of(id -> page("a" + id, 1, null)));

        republish.start(NOBODY);
        await().until(() -> looks.get() > 1);
        assertThat(asked).isEmpty();

        full.set(false);
        await().until(() -> !republish.state().running());
        assertThat(asked).containsExactly("a0");
    }

    @Test
    void aFailedPageIsTriedAgainFromWhereItBegan() {
        AtomicInteger tries = new AtomicInteger();
        Republish republish =
                of(id -> tries.incrementAndGet() < 3 ? Future.failedFuture("away") : page("a" + id, 1, null));

        republish.start(NOBODY);
        await().until(() -> !republish.state().running());

        assertThat(asked).containsExactly("a0");
        assertThat(republish.state()).isEqualTo(new State(false, 1, null));
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsThrownItGoesOn(Thrown thrown) {
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger pages = new AtomicInteger();
        Republish republish = new Republish(
                vertx,
                () -> looks.incrementAndGet() == 1 ? thrown.now() : Future.succeededFuture(false),
                written::incrementAndGet,
                SOON,
                List.of(id -> pages.incrementAndGet() == 1 ? thrown.now() : page("a" + id, 1, null)));

        republish.start(NOBODY);

        await().until(() -> !republish.state().running());
        assertThat(asked).containsExactly("a0");
        assertThat(republish.state().failure()).isNull();
    }

    @Test
    void theStopWaitsForThePageInHandAndNoneFollows() {
        Promise<Page> held = Promise.promise();
        AtomicInteger pages = new AtomicInteger();
        List<State> ends = new CopyOnWriteArrayList<>();
        Republish republish = of(id -> {
            pages.incrementAndGet();
            return held.future();
        });
        republish.start(ends::add);
        await().until(() -> pages.get() == 1);

        Future<Void> stop = republish.stop();
        assertThat(stop.isComplete()).isFalse();
        held.complete(new Page(4, 7L));
        stop.await();

        assertThat(ends).containsExactly(new State(false, 4, "the node leaves"));
        assertThat(pages).hasValue(1);
        assertThat(republish.start(NOBODY)).isFalse();
    }

    @Test
    void betweenTwoPagesTheStopIsTheEnd() {
        full.set(true);
        List<State> ends = new CopyOnWriteArrayList<>();
        AtomicInteger looks = new AtomicInteger();
        Republish republish = new Republish(
                vertx,
                () -> Future.succeededFuture(looks.incrementAndGet() > 0 && full.get()),
                written::incrementAndGet,
                Duration.ofHours(1),
                List.of(id -> page("a" + id, 1, null)));
        republish.start(ends::add);
        await().until(() -> looks.get() > 0);

        republish.stop().await();

        await().until(() -> !ends.isEmpty());
        assertThat(ends).containsExactly(new State(false, 0, "the node leaves"));
        assertThat(asked).isEmpty();
    }

    private Republish of(Part... parts) {
        return new Republish(
                vertx, () -> Future.succeededFuture(full.get()), written::incrementAndGet, SOON, List.of(parts));
    }

    private Future<Page> page(String name, int facts, Long lastId) {
        asked.add(name);
        return Future.succeededFuture(new Page(facts, lastId));
    }
}
