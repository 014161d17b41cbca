package io.likewire.likes.store;

import static io.likewire.likes.store.LikeTables.anyone;
import static io.likewire.likes.store.LikeTables.like;
import static io.likewire.likes.store.LikeTables.unlike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.likes.LikeCount;
import io.likewire.contracts.likes.LikeState;
import io.likewire.likes.domain.BatchResult;
import io.likewire.likes.domain.LikeBatches;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeResult;
import io.likewire.likes.domain.LikeResult.Absence;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SqlLikesIT {
    private static final long TEA = 7;
    private static final long COFFEE = 8;

    @AutoClose
    private final LikeTables tables = new LikeTables(TEA, COFFEE);

    private final SqlLikes store = tables.store;

    @Test
    void likesAreRowsAndACountAndOneAnnouncementPerProduct() {
        BatchResult changes =
                store.apply(List.of(like(TEA), like(TEA), like(COFFEE))).await();

        assertThat(changes.answers()).allMatch(answer -> answer.outcome().changed());
        assertThat(tables.number("SELECT COUNT(*) FROM likes WHERE product_id = 7"))
                .isEqualTo(2);
        assertThat(tables.number("SELECT likes FROM product WHERE id = 7")).isEqualTo(2);
        assertThat(tables.number("SELECT COUNT(*) FROM announcement")).isEqualTo(2);
        assertThat(count(TEA, null).count()).isEqualTo(changes.counts().get(0).count());
    }

    @Test
    void theReplayOfABatchChangesNothingAndAnswersTheSame() {
        List<LikeCommand> batch = List.of(like(TEA), like(TEA), unlike(TEA, anyone()));
        BatchResult first = store.apply(batch).await();

        BatchResult replay = store.apply(batch).await();

        assertThat(replay.answers()).isEqualTo(first.answers());
        assertThat(tables.number("SELECT likes FROM product WHERE id = 7")).isEqualTo(2);
        assertThat(tables.number("SELECT COUNT(*) FROM announcement")).isEqualTo(1);
    }

    @Test
    void versionsGrowAndAreNeverConsecutive() {
        long first = version(store.apply(List.of(like(TEA))).await());
        long second = version(store.apply(List.of(like(TEA))).await());

        assertThat(second).isGreaterThan(first);
        assertThat(first).isGreaterThan(1_700_000_000_000_000L).isLessThan(1L << 53);
    }

    @Test
    void aVersionAboveTheClockStillGrows() {
        tables.change("UPDATE product SET version = 9000000000000000 WHERE id = 7");

        assertThat(version(store.apply(List.of(like(TEA))).await())).isEqualTo(9_000_000_000_000_001L);
    }

    @Test
    void aLikeTakenBackAndGivenAgainInOneBatchIsASuccessWhenItsAnswerWasLost() {
        Liker ann = anyone();
        store.apply(List.of(like(TEA, ann))).await();
        LikeCommand again = like(TEA, ann);

        store.apply(List.of(unlike(TEA, ann), again)).await();
        LikeResult repeated = store.apply(List.of(again)).await().answers().get(0);

        assertThat(repeated.outcome().changed()).isTrue();
        assertThat(repeated.outcome().count().likes()).isEqualTo(1);
    }

    @Test
    void whatIsUnknownOrDeletedIsToldApart() {
        store.learn(List.of(new ReplicaChange(COFFEE, 11, true), new ReplicaChange(99, 5, true)))
                .await();

        BatchResult changes =
                store.apply(List.of(like(COFFEE), like(99), like(100))).await();

        assertThat(changes.answers())
                .extracting(LikeResult::absence)
                .containsExactly(Absence.DELETED, Absence.DELETED, Absence.UNKNOWN);
        assertThat(tables.number("SELECT COUNT(*) FROM likes")).isZero();
    }

    @Test
    void aDeletedProductNeverComesBack() {
        store.learn(List.of(new ReplicaChange(TEA, 20, true))).await();
        store.learn(List.of(new ReplicaChange(TEA, 15, false))).await();
        store.learn(List.of(new ReplicaChange(TEA, 30, false))).await();

        assertThat(store.counts(List.of(TEA), null).await()).isEmpty();
    }

    @Test
    void countsSayWhatTheCallerLikes() {
        Liker ann = anyone();
        store.apply(List.of(like(TEA, ann), like(COFFEE))).await();

        assertThat(store.counts(List.of(COFFEE, TEA, 404L), ann).await())
                .extracting(state -> state.count().productId(), LikeState::liked)
                .containsExactly(tuple(TEA, true), tuple(COFFEE, false));
    }

    @Test
    void fullBatchesOfTwoNodesOnTheSameProductsLoseAndDoubleNothing() {
        List<LikeBatches> nodes = List.of(tables.batches(), tables.batches());
        List<Liker> likers = Stream.generate(LikeTables::anyone).limit(40).toList();
        Random random = new Random(42);
        List<Future<LikeResult>> answers = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            Liker liker = likers.get(random.nextInt(likers.size()));
            long product = random.nextBoolean() ? TEA : COFFEE;
            LikeCommand command = random.nextInt(3) == 0 ? unlike(product, liker) : like(product, liker);
            answers.add(tables.submit(nodes.get(random.nextInt(2)), command));
        }

        Future.all(answers).await();

        for (long product : List.of(TEA, COFFEE)) {
            assertThat(tables.number("SELECT likes FROM product WHERE id = " + product))
                    .isEqualTo(tables.number("SELECT COUNT(*) FROM likes WHERE product_id = " + product));
        }
        long added = answers.stream()
                .map(Future::result)
                .filter(answer -> answer.outcome().changed())
                .mapToInt(answer -> answer.outcome().liked() ? 1 : -1)
                .sum();
        assertThat(tables.number("SELECT COUNT(*) FROM likes")).isEqualTo(added);
    }

    @Test
    void fiftyLikesOfOneVisitorAtOnceAreOneLike() {
        Liker ann = anyone();
        LikeBatches node = tables.batches();
        List<Future<LikeResult>> answers = IntStream.range(0, 50)
                .mapToObj(i -> tables.submit(node, like(TEA, ann)))
                .toList();

        Future.all(answers).await();

        assertThat(answers)
                .filteredOn(answer -> answer.result().outcome().changed())
                .hasSize(1);
        assertThat(count(TEA, ann)).isEqualTo(new LikeState(count(TEA, null).count(), true));
        assertThat(count(TEA, null).count().likes()).isEqualTo(1);
    }

    private LikeState count(long product, Liker liker) {
        return store.counts(List.of(product), liker).await().get(0);
    }

    private static long version(BatchResult changes) {
        LikeCount count = changes.counts().get(0).count();
        return count.version();
    }
}
