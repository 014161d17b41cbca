package io.likewire.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Bulkhead bulkhead = new Bulkhead(
            vertx, "likes", "likes", new ConcurrencyRange(16, 20), PATIENCE, new EventLoopLag(vertx), metrics);
    private int calls;

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void answersPass() {
        assertThat(bulkhead.call(call(), patient -> Future.succeededFuture(7)).await())
                .isEqualTo(7);
    }

    @Test
    void tenCallsInARowWithoutAnAnswerCloseTheDoor() {
        fail(ProblemType.UNAVAILABLE, 5);
        fail(ProblemType.TIMEOUT, 5);
        assertThat(open()).isEqualTo(1);
        calls = 0;
        assertThat(refusal(ask(Future.succeededFuture(1))).type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(calls).isZero();
    }

    @Test
    void oneAnswerAmongFailuresKeepsItOpen() {
        for (int i = 0; i < 5; i++) {
            fail(ProblemType.TIMEOUT, 9);
            ask(Future.succeededFuture(1)).await();
        }
        assertThat(open()).isZero();
    }

    @Test
    void definiteRefusalsAreAnswers() {
        fail(ProblemType.NOT_FOUND, 50);
        fail(ProblemType.OVERLOADED, 50);
        assertThat(open()).isZero();
    }

    @Test
    void aProbeThatSucceedsOpensItAgain() {
        fail(ProblemType.UNAVAILABLE, 10);
        await().until(() -> ask(Future.succeededFuture(1)).otherwise(0).await() == 1);
        assertThat(open()).isZero();
    }

    @Test
    void aProbeHasLessTime() {
        fail(ProblemType.UNAVAILABLE, 10);
        List<Long> remaining = new ArrayList<>();
        await().until(() -> bulkhead.call(call(), patient -> {
                            remaining.add(patient.remaining());
                            return Future.succeededFuture(1);
                        })
                        .otherwise(0)
                        .await()
                == 1);
        assertThat(remaining.get(0)).isLessThanOrEqualTo(PATIENCE.toMillis() * 3 / 7);
    }

    @Test
    void whatIsTooMuchIsRefusedUnasked() {
        Promise<Integer> answer = Promise.promise();
        for (int i = 0; i < 20; i++) {
            ask(answer.future());
        }
        assertThat(bulkhead.full()).isTrue();
        assertThat(refusal(ask(Future.succeededFuture(1))).type()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(calls).isEqualTo(20);
        answer.complete(1);
        await().until(() -> !bulkhead.full());
        assertThat(metrics.get("likewire.requests.shed").counter().count()).isEqualTo(1);
    }

    private void fail(ProblemType type, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(refusal(ask(Future.failedFuture(new Refusal(type, "no"))))
                            .type())
                    .isEqualTo(type);
        }
    }

    private Future<Integer> ask(Future<Integer> answer) {
        return bulkhead.call(call(), patient -> {
            calls++;
            return answer;
        });
    }

    private double open() {
        return metrics.get("likewire.breaker.open").gauge().value();
    }

    private static Call call() {
        return Call.question(PATIENCE);
    }

    private static Refusal refusal(Future<?> answer) {
        return answer.<Refusal>map(none -> null)
                .otherwise(failure -> (Refusal) failure)
                .await();
    }
}
