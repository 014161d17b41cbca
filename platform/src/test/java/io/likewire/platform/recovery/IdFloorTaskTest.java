package io.likewire.platform.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.platform.Backoff;
import io.likewire.platform.Thrown;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdFloorTaskTest {
    private static final Backoff SOON = new Backoff(Duration.ofMillis(10), Duration.ofMillis(10));
    private final Vertx vertx = Vertx.vertx();
    private final Queue<Future<Long>> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Future<Void>> writes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final List<Long> kept = new CopyOnWriteArrayList<>();
    private final IdFloorTask ids = new IdFloorTask(vertx, SOON, this::answer, this::keep);

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void theStartWaitsUntilIdsAreKeptAboveTheAnswer() {
        Promise<Long> late = Promise.promise();
        answers.add(late.future());

        Future<Void> start = ids.start();
        assertThat(start.isComplete()).isFalse();
        late.complete(40L);
        start.await();

        assertThat(kept).containsExactly(40L);
        assertThat(questions).hasValue(1);
    }

    @Test
    void withoutAnAnswerTheStartGoesOnAndSoDoesTheAsking() {
        answers.add(Future.failedFuture("nobody is there"));
        answers.add(Future.failedFuture("nobody is there"));
        answers.add(Future.succeededFuture(40L));

        ids.start().await();

        await().until(() -> kept.equals(List.of(40L)));
        assertThat(questions).hasValue(3);
    }

    @Test
    void whatCouldNotBeWrittenIsAskedForAgain() {
        answers.add(Future.succeededFuture(40L));
        answers.add(Future.succeededFuture(41L));
        writes.add(Future.failedFuture("the database is away"));

        ids.start().await();

        await().until(() -> kept.equals(List.of(40L, 41L)));
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsThrownTheAskingGoesOn(Thrown thrown) {
        AtomicInteger written = new AtomicInteger();
        IdFloorTask troubled = new IdFloorTask(
                vertx,
                SOON,
                () -> questions.incrementAndGet() == 1 ? thrown.now() : Future.succeededFuture(40L),
                id -> written.incrementAndGet() == 1 ? thrown.now() : keep(id));

        troubled.start().await();

        await().until(() -> kept.equals(List.of(40L)));
        assertThat(questions).hasValue(3);
    }

    @Test
    void afterTheStopNobodyIsAskedAgain() {
        answers.add(Future.failedFuture("nobody is there"));
        onOneThread(() -> {
            ids.start();
            ids.stop();
        });
        awaitOthersAskAgain();

        assertThat(questions).hasValue(1);
    }

    @Test
    void anAnswerThatComesAfterTheStopBeginsNothing() {
        Promise<Long> late = Promise.promise();
        answers.add(late.future());
        onOneThread(() -> {
            ids.start();
            ids.stop();
            late.fail("nobody is there");
        });
        awaitOthersAskAgain();

        assertThat(questions).hasValue(1);
    }

    /** As a verticle does it: nothing happens in between. */
    private void onOneThread(Runnable work) {
        Promise<Void> done = Promise.promise();
        vertx.runOnContext(go -> {
            work.run();
            done.complete();
        });
        done.future().await();
    }

    /** As long as it takes somebody who was not stopped to ask three times. */
    private void awaitOthersAskAgain() {
        AtomicInteger theirs = new AtomicInteger();
        IdFloorTask others = new IdFloorTask(
                vertx,
                SOON,
                () -> {
                    theirs.incrementAndGet();
                    return Future.failedFuture("nobody is there");
                },
                this::keep);
        others.start().await();
        await().until(() -> theirs.get() > 3);
        others.stop();
    }

    private Future<Long> answer() {
        questions.incrementAndGet();
        return answers.isEmpty() ? Future.failedFuture("nobody is there") : answers.remove();
    }

    private Future<Void> keep(long id) {
        kept.add(id);
        return writes.isEmpty() ? Future.succeededFuture() : writes.remove();
    }
}
