package io.likewire.likes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.problems.ProblemType;
import io.likewire.contracts.problems.Refusal;
import io.likewire.likes.domain.LikeStore.UnwritableRow;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LikeBatchesTest {
    static final long TEA = 7;
    static final long COFFEE = 8;
    private final Vertx vertx = Vertx.vertx();
    private final HeldBatches store = new HeldBatches();
    private final List<BatchResult> committed = new ArrayList<>();
    private final List<Promise<Void>> repairs = new ArrayList<>();
    private final LikeBatches batches = new LikeBatches(vertx, store, committed::add, product -> repair());

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void aLoneLikeWaitsForNobody() {
        batches.submit(like());

        assertThat(store.sizes()).containsExactly(1);
    }

    @Test
    void whileOneBatchIsInFlightTheNextGathers() {
        batches.submit(like());
        batches.submit(like());
        batches.submit(like());
        store.commit(0);

        assertThat(store.sizes()).containsExactly(1, 2);
    }

    /** Three are never in flight. */
    @Test
    void theNextBatchWritesWhileTheOneBeforeIsCommitted() {
        batches.submit(like());
        batches.submit(like());
        batches.submit(like());
        store.applied.get(0).written().run();
        batches.submit(like());
        store.applied.get(1).written().run();
        assertThat(store.sizes()).containsExactly(1, 2);

        store.commit(0);
        assertThat(store.sizes()).containsExactly(1, 2, 1);
    }

    @Test
    void aBatchThatEndsWithoutACommitLetsTheNextOneWrite() {
        Future<LikeResult> broken = batches.submit(like());
        batches.submit(like());
        store.applied.get(0).promise().fail(new IllegalStateException("broken"));
        assertThat(broken.failed()).isTrue();
        assertThat(store.sizes()).containsExactly(1, 1);
    }

    @Test
    void aBatchHasAtMost256Commands() {
        for (int i = 0; i < 300; i++) {
            batches.submit(like());
        }
        store.commit(0);
        store.commit(1);

        assertThat(store.sizes()).containsExactly(1, 256, 43);
    }

    @Test
    void aPairIsNeverTornApart() {
        for (int i = 0; i < 256; i++) {
            batches.submit(like());
        }
        LikeCommand first = like();
        LikeCommand second = like();
        batches.submitTogether(first, second);
        store.commit(0);
        store.commit(1);

        assertThat(store.sizes()).containsExactly(1, 255, 2);
    }

    @Test
    void anExpiredCommandIsDroppedUnplayed() {
        batches.submit(like());
        Future<LikeResult> late = batches.submit(LikeCommand.like(7, anyone(), UUID.randomUUID(), 1));
        batches.submit(like());
        store.commit(0);

        assertThat(store.sizes()).containsExactly(1, 1);
        assertThat(refusal(late)).isEqualTo(ProblemType.TIMEOUT);
    }

    @Test
    void aBatchWhoseCommitNobodyKnowsOfIsPlayedAgain() {
        LikeCommand command = like();
        Future<LikeResult> answer = batches.submit(command);
        store.applied.get(0).promise().fail(new Refusal(ProblemType.UNAVAILABLE, "away"));
        store.awaitBatches(2);
        store.commit(1);

        assertThat(answer.await()).isNotNull();
        assertThat(store.applied.get(1).commands()).containsExactly(command);
        assertThat(committed).hasSize(1);
    }

    @Test
    void afterThreeTriesTheCallersAreToldThatTheDatabaseIsAway() {
        Future<LikeResult> answer = batches.submit(like());
        for (int i = 0; i < 3; i++) {
            store.awaitBatches(i + 1);
            store.applied.get(i).promise().fail(new Refusal(ProblemType.UNAVAILABLE, "away"));
        }

        assertThat(refusal(answer)).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        for (int i = 0; i < 8_193; i++) {
            batches.submit(like());
        }

        assertThat(refusal(batches.submit(like()))).isEqualTo(ProblemType.OVERLOADED);
    }

    @Test
    void aProductWhoseRowCannotBeWrittenIsRepairedWhileTheOthersGoOn() {
        batches.submit(like());
        Future<LikeResult> wrong = batches.submit(like());
        Future<LikeResult> bystander = batches.submit(like(COFFEE));
        store.commit(0);
        store.refuse(1);
        store.refuse(2);
        store.commit(3);
        Future<LikeResult> held = batches.submit(like());
        Future<LikeResult> other = batches.submit(like(COFFEE));
        store.commit(4);
        assertThat(List.of(bystander.await(), other.await())).doesNotContainNull();
        assertThat(wrong.isComplete() || held.isComplete()).isFalse();

        repairs.get(0).complete();
        store.commit(5);
        assertThat(List.of(wrong.await(), held.await())).doesNotContainNull();
        assertThat(repairs).hasSize(1);
        assertThat(store.sizes()).containsExactly(1, 2, 1, 1, 1, 2);
    }

    @Test
    void aRepairThatDoesNotHelpIsNotTriedAgainForTheSameCommand() {
        Future<LikeResult> wrong = batches.submit(like());
        store.refuse(0);
        repairs.get(0).complete();
        store.refuse(1);

        assertThat(wrong.cause()).isInstanceOf(UnwritableRow.class);
        assertThat(repairs).hasSize(1);
    }

    @Test
    void aRepairThatFailsFailsThoseWhoWaitForItAndNothingIsDrainedBefore() {
        Future<LikeResult> wrong = batches.submit(like());
        store.refuse(0);
        Future<Void> drained = batches.drained();
        assertThat(drained.isComplete()).isFalse();
        repairs.get(0).fail(new Refusal(ProblemType.UNAVAILABLE, "away"));

        assertThat(refusal(wrong)).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(drained.succeeded()).isTrue();
    }

    private Future<Void> repair() {
        repairs.add(Promise.promise());
        return repairs.get(repairs.size() - 1).future();
    }

    private static ProblemType refusal(Future<LikeResult> answer) {
        return answer.map(ProblemType.INTERNAL)
                .otherwise(failure -> ((Refusal) failure).type())
                .await();
    }

    private static LikeCommand like() {
        return like(TEA);
    }

    private static LikeCommand like(long product) {
        return LikeCommand.like(product, anyone(), UUID.randomUUID(), Long.MAX_VALUE);
    }

    private static Liker anyone() {
        return Liker.visitor(UUID.randomUUID());
    }
}
