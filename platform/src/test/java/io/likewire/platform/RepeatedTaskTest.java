package io.likewire.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepeatedTaskTest {
    private static final Backoff SOON = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
    private static final Duration NEVER = Duration.ofHours(1);
    private final Vertx vertx = Vertx.vertx();
    private final Context home = vertx.getOrCreateContext();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void itGoesOnWhateverIsThrown() {
        start(() -> switch (runs.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("thrown");
            case 2 -> Future.failedFuture("failed");
            case 3 -> throw new StackOverflowError();
            case 4 -> null;
            default -> Future.succeededFuture(Duration.ofMillis(1));
        });

        await().until(() -> runs.get() > 10);
    }

    /** The loops that Vert.x repeats: gauges, reports of nodes, the topology of the broker. */
    @ParameterizedTest
    @EnumSource
    void soDoesAPeriodicTimer(Thrown thrown) {
        vertx.setPeriodic(1, due -> {
            if (runs.incrementAndGet() < 4) {
                thrown.now();
            }
        });

        await().until(() -> runs.get() > 10);
    }

    @Test
    void whoWakesItWhileFailedRunsPauseWaitsButNotWhoStartsItOver() {
        RepeatedTask task = start(new Backoff(NEVER, NEVER), () -> {
            runs.incrementAndGet();
            return Future.failedFuture("failed");
        });
        await().until(() -> runs.get() == 1);

        onLoop(task::wake);
        onLoop(task::startOver);

        await().until(() -> runs.get() == 2);
    }

    @Test
    void whoWakesItWhileItRunsGetsARunMore() {
        Promise<Duration> first = Promise.promise();
        RepeatedTask task = start(() -> runs.incrementAndGet() == 1 ? first.future() : Future.succeededFuture(NEVER));
        await().until(() -> runs.get() == 1);

        onLoop(task::wake);
        onLoop(() -> first.complete(NEVER));

        await().until(() -> runs.get() == 2);
    }

    @Test
    void whoWakesItWhileItWaitsNeedNotWait() {
        RepeatedTask task = start(() -> {
            runs.incrementAndGet();
            return Future.succeededFuture(NEVER);
        });
        await().until(() -> runs.get() == 1);

        onLoop(task::wake);

        await().until(() -> runs.get() == 2);
    }

    @Test
    void itEndsAfterTheRunUnderWay() {
        Promise<Duration> held = Promise.promise();
        RepeatedTask task = start(() -> {
            runs.incrementAndGet();
            return held.future();
        });
        await().until(() -> runs.get() == 1);

        Future<Void> stopped = onLoop(task::stop).compose(end -> end);
        assertThat(stopped.isComplete()).isFalse();
        onLoop(() -> held.complete(Duration.ZERO));

        stopped.await();
        assertThat(runs).hasValue(1);
    }

    private RepeatedTask start(Supplier<Future<Duration>> task) {
        return start(SOON, task);
    }

    private RepeatedTask start(Backoff pause, Supplier<Future<Duration>> task) {
        return onLoop(() -> {
                    RepeatedTask repeated = new RepeatedTask(vertx, "the test", pause, task);
                    repeated.start(Duration.ofMillis(1));
                    return repeated;
                })
                .await();
    }

    private void onLoop(Runnable action) {
        onLoop(() -> {
            action.run();
            return null;
        });
    }

    private <T> Future<T> onLoop(Supplier<T> action) {
        Promise<T> done = Promise.promise();
        home.runOnContext(turn -> done.complete(action.get()));
        return done.future();
    }
}
