package io.likewire.likes.store;

import static io.likewire.likes.store.LikeTables.unlike;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Liker;
import io.likewire.contracts.bus.RequestKey;
import io.likewire.contracts.likes.LikeOutcome;
import io.likewire.likes.domain.LikeBatches;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeResult;
import io.likewire.likes.domain.LikeResult.Absence;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SqlLikesKeysIT {
    private static final long TEA = 7;
    private static final long COFFEE = 8;
    private static final long UNKNOWN = 9;
    private static final Liker ANN = Liker.visitor(UUID.randomUUID());

    @AutoClose
    private final LikeTables tables = LikeTables.ofAdministrator(TEA, COFFEE);

    private final List<LikeBatches> nodes = List.of(tables.batches(), tables.batches());

    @Test
    void fiftyAtOnceOnTwoNodesAreOneLikeAndOneAnswer() {
        List<Future<LikeResult>> all = IntStream.range(0, 50)
                .mapToObj(i -> submit(i % 2, like(TEA, "k-1")))
                .toList();
        Future.all(all).await();

        assertThat(tables.number("SELECT likes FROM product WHERE id = 7")).isEqualTo(1);
        assertThat(tables.number("SELECT COUNT(*) FROM idempotency_key")).isEqualTo(1);
        assertThat(all.stream().map(Future::result).map(LikeResult::outcome))
                .allMatch(LikeOutcome::changed)
                .extracting(LikeOutcome::count)
                .containsOnly(all.get(0).result().outcome().count());
        assertThat(all.stream().filter(answer -> !answer.result().outcome().replayed()))
                .hasSize(1);
    }

    @Test
    void theSameCommandAgainIsNoReplay() {
        LikeCommand command = like(TEA, "k-1");
        LikeResult first = submit(0, command).await();

        assertThat(submit(1, command).await()).isEqualTo(first);
    }

    @Test
    void alreadyLikedIsKeptToo() {
        submit(0, like(TEA, null)).await();
        LikeResult first = submit(0, like(TEA, "k-1")).await();
        submit(0, unlike(TEA, ANN)).await();

        LikeResult again = submit(0, like(TEA, "k-1")).await();

        assertThat(first.outcome().changed()).isFalse();
        assertThat(again.outcome()).isEqualTo(first.outcome().replay());
        assertThat(tables.number("SELECT likes FROM product WHERE id = 7")).isZero();
    }

    @Test
    void aKeyForAnotherProductIsRefusedAlsoWhenBothComeAtOnce() {
        List<Future<LikeResult>> all = IntStream.range(0, 40)
                .mapToObj(i -> submit(i % 2, like(i % 2 == 0 ? TEA : COFFEE, "k-1")))
                .toList();
        Future.all(all).await();

        assertThat(tables.number("SELECT COUNT(*) FROM likes")).isEqualTo(1);
        assertThat(all.stream().filter(answer -> answer.result().absence() == Absence.OTHER_REQUEST))
                .hasSize(20);
    }

    @Test
    void whatIsNotThereKeepsNoKey() {
        assertThat(submit(0, like(UNKNOWN, "k-1")).await().absence()).isEqualTo(Absence.UNKNOWN);

        assertThat(tables.number("SELECT COUNT(*) FROM idempotency_key")).isZero();
        assertThat(submit(0, like(TEA, "k-1")).await().outcome().changed()).isTrue();
    }

    @Test
    void anAnswerIsReplayedAfterItsProductWasDeleted() {
        submit(0, like(TEA, "k-1")).await();
        tables.store.learn(List.of(new ReplicaChange(TEA, 20, true))).await();

        assertThat(submit(0, like(TEA, "k-1")).await().outcome().replayed()).isTrue();
        assertThat(submit(0, like(TEA, "k-2")).await().absence()).isEqualTo(Absence.DELETED);
        assertThat(tables.number("SELECT COUNT(*) FROM idempotency_key")).isEqualTo(1);
    }

    @Test
    void aBatchWithoutKeysAsksForNone() {
        tables.change("RENAME TABLE idempotency_key TO away");

        assertThat(submit(0, like(TEA, null)).await().outcome().changed()).isTrue();
    }

    @Test
    void manyKeysOnManyProductsNeverDeadlock() {
        Random random = new Random(4711);
        List<Future<LikeResult>> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            all.add(submit(random.nextInt(2), like(random.nextBoolean() ? TEA : COFFEE, "k-" + random.nextInt(200))));
        }
        Future.all(all).await();

        assertThat(tables.number("SELECT COUNT(*) FROM likes")).isEqualTo(2);
        assertThat(tables.number("SELECT COUNT(*) FROM idempotency_key")).isEqualTo(200);
        assertThat(tables.number("SELECT SUM(answer IS NULL) FROM idempotency_key"))
                .isZero();
    }

    private Future<LikeResult> submit(int node, LikeCommand command) {
        return tables.submit(nodes.get(node), command);
    }

    private static LikeCommand like(long product, String key) {
        LikeCommand like = LikeTables.like(product, ANN);
        return key == null
                ? like
                : like.keyed(RequestKey.of(
                        ANN.toString(), key, "POST", "/api/products/" + product + "/like", Buffer.buffer()));
    }
}
