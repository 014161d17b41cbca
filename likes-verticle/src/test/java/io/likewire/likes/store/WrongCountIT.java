package io.likewire.likes.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Liker;
import io.likewire.likes.domain.LikeBatches;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeResult;
import io.likewire.likes.domain.LikeStore.ReplicaChange;
import io.likewire.platform.database.Database;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A product's row that can't be written is nobody's trouble but its own. */
class WrongCountIT {
    private static final long TEA = 7;
    private static final List<Long> OTHERS =
            LongStream.rangeClosed(100, 115).boxed().toList();
    private final Vertx vertx = Vertx.vertx();
    private final Liker ann = anyone();
    private Pool pool;
    private LikeBatches batches;

    @BeforeEach
    void open() {
        Database database = TestLikes.open(vertx);
        pool = database.pool("test", 4);
        SqlLikes store = new SqlLikes(database.single("batches"), pool);
        SqlCountAudit ledger = new SqlCountAudit(new Transactions(pool), () -> {});
        batches = new LikeBatches(vertx, store, changes -> {}, product -> ledger.repair(product, null, false));
        store.learn(Stream.concat(Stream.of(TEA), OTHERS.stream())
                        .map(id -> new ReplicaChange(id, 10, false))
                        .toList())
                .await();
        together(List.of(like(TEA, ann), like(TEA, anyone()), like(TEA, anyone())));
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void anUnlikeOfAProductWhoseCountIsBelowItsRowsSucceedsAndSoDoTheOthersOfItsBatch() {
        change("UPDATE product SET likes = 0 WHERE id = 7");

        List<Future<LikeResult>> answers = together(besideOthers(unlike(TEA, ann)));

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.await().outcome().changed()).isTrue());
        assertThat(answers.get(0).result().outcome().count().likes()).isEqualTo(2);
        assertThat(number("SELECT likes FROM product WHERE id = 7")).isEqualTo(2);
        assertThat(number("SELECT COUNT(*) FROM likes WHERE product_id = 7")).isEqualTo(2);
        assertThat(number("SELECT COUNT(*) FROM product WHERE id >= 100 AND likes <> 1"))
                .isZero();
    }

    @Test
    void theRepairIsToldWithAVersionThatWins() {
        long before = number("SELECT version FROM announcement WHERE product_id = 7");
        change("UPDATE product SET likes = 0 WHERE id = 7");

        together(List.of(unlike(TEA, ann)));

        assertThat(number("SELECT version FROM announcement WHERE product_id = 7"))
                .isGreaterThan(before)
                .isEqualTo(number("SELECT version FROM product WHERE id = 7"));
        assertThat(number("SELECT added FROM announcement WHERE product_id = 7"))
                .isEqualTo(3);
        assertThat(number("SELECT removed FROM announcement WHERE product_id = 7"))
                .isEqualTo(1);
    }

    @Test
    void aCountThatCannotGrowIsCountedAnewToo() {
        change("UPDATE product SET likes = 9223372036854775807 WHERE id = 7");

        List<Future<LikeResult>> answers = together(besideOthers(like(TEA, anyone())));

        assertThat(answers).allMatch(Future::succeeded);
        assertThat(number("SELECT likes FROM product WHERE id = 7")).isEqualTo(4);
    }

    @Test
    void aRowThatNoRepairMendsFailsItsOwnCallersAndNobodyElse() {
        change("UPDATE product SET version = 18446744073709551615 WHERE id = 7");

        List<Future<LikeResult>> answers = together(besideOthers(like(TEA, anyone())));

        assertThat(answers.get(0).failed()).isTrue();
        assertThat(answers.subList(1, answers.size())).allMatch(Future::succeeded);
    }

    private static List<LikeCommand> besideOthers(LikeCommand command) {
        return Stream.concat(Stream.of(command), OTHERS.stream().map(id -> like(id, anyone())))
                .toList();
    }

    /** In one batch: they gather while a first one is in flight. */
    private List<Future<LikeResult>> together(List<LikeCommand> commands) {
        Future<List<Future<LikeResult>>> submitted = Future.future(promise -> vertx.runOnContext(turn -> {
            batches.submit(like(404, anyone()));
            promise.complete(commands.stream().map(batches::submit).toList());
        }));
        List<Future<LikeResult>> answers = submitted.await();
        Future.join(answers)
                .otherwiseEmpty()
                .mapEmpty()
                .timeout(20, TimeUnit.SECONDS)
                .await();
        return answers;
    }

    private void change(String sql) {
        pool.query(sql).execute().await();
    }

    private long number(String sql) {
        return pool.query(sql).execute().await().iterator().next().getLong(0);
    }

    private static LikeCommand like(long product, Liker liker) {
        return LikeCommand.like(product, liker, UUID.randomUUID(), System.currentTimeMillis() + 30_000);
    }

    private static LikeCommand unlike(long product, Liker liker) {
        return LikeCommand.unlike(product, liker, UUID.randomUUID(), System.currentTimeMillis() + 30_000);
    }

    private static Liker anyone() {
        return Liker.visitor(UUID.randomUUID());
    }
}
