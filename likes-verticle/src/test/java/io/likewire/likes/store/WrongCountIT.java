package io.likewire.likes.store;

import static io.likewire.likes.store.LikeTables.anyone;
import static io.likewire.likes.store.LikeTables.like;
import static io.likewire.likes.store.LikeTables.unlike;
import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Liker;
import io.likewire.likes.domain.LikeBatches;
import io.likewire.likes.domain.LikeCommand;
import io.likewire.likes.domain.LikeResult;
import io.likewire.platform.database.Transactions;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A product's row that can't be written is nobody's trouble but its own. */
class WrongCountIT {
    private static final long TEA = 7;
    private static final long[] OTHERS = LongStream.rangeClosed(100, 115).toArray();

    @AutoClose
    private final LikeTables tables = new LikeTables(
            LongStream.concat(LongStream.of(TEA), LongStream.of(OTHERS)).toArray());

    private final Liker ann = anyone();
    private final SqlCountAudit ledger = new SqlCountAudit(new Transactions(tables.pool), () -> {});
    private final LikeBatches batches =
            new LikeBatches(tables.vertx, tables.store, changes -> {}, product -> ledger.repair(product, null, false));

    @BeforeEach
    void threeLikes() {
        together(List.of(like(TEA, ann), like(TEA), like(TEA)));
    }

    @Test
    void anUnlikeOfAProductWhoseCountIsBelowItsRowsSucceedsAndSoDoTheOthersOfItsBatch() {
        tables.change("UPDATE product SET likes = 0 WHERE id = 7");

        List<Future<LikeResult>> answers = together(besideOthers(unlike(TEA, ann)));

        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.await().outcome().changed()).isTrue());
        assertThat(answers.get(0).result().outcome().count().likes()).isEqualTo(2);
        assertThat(tables.number("SELECT likes FROM product WHERE id = 7")).isEqualTo(2);
        assertThat(tables.number("SELECT COUNT(*) FROM likes WHERE product_id = 7"))
                .isEqualTo(2);
        assertThat(tables.number("SELECT COUNT(*) FROM product WHERE id >= 100 AND likes <> 1"))
                .isZero();
    }

    @Test
    void theRepairIsToldWithAVersionThatWins() {
        long before = tables.number("SELECT version FROM announcement WHERE product_id = 7");
        tables.change("UPDATE product SET likes = 0 WHERE id = 7");

        together(List.of(unlike(TEA, ann)));

        assertThat(tables.number("SELECT version FROM announcement WHERE product_id = 7"))
                .isGreaterThan(before)
                .isEqualTo(tables.number("SELECT version FROM product WHERE id = 7"));
        assertThat(tables.number("SELECT added FROM announcement WHERE product_id = 7"))
                .isEqualTo(3);
        assertThat(tables.number("SELECT removed FROM announcement WHERE product_id = 7"))
                .isEqualTo(1);
    }

    @Test
    void aCountThatCannotGrowIsCountedAnewToo() {
        tables.change("UPDATE product SET likes = 9223372036854775807 WHERE id = 7");

        List<Future<LikeResult>> answers = together(besideOthers(like(TEA)));

        assertThat(answers).allMatch(Future::succeeded);
        assertThat(tables.number("SELECT likes FROM product WHERE id = 7")).isEqualTo(4);
    }

    @Test
    void aRowThatNoRepairMendsFailsItsOwnCallersAndNobodyElse() {
        tables.change("UPDATE product SET version = 18446744073709551615 WHERE id = 7");

        List<Future<LikeResult>> answers = together(besideOthers(like(TEA)));

        assertThat(answers.get(0).failed()).isTrue();
        assertThat(answers.subList(1, answers.size())).allMatch(Future::succeeded);
    }

    private static List<LikeCommand> besideOthers(LikeCommand command) {
        return Stream.concat(Stream.of(command), LongStream.of(OTHERS).mapToObj(LikeTables::like))
                .toList();
    }

    /** In one batch: they gather while a first one is in flight. */
    private List<Future<LikeResult>> together(List<LikeCommand> commands) {
        Future<List<Future<LikeResult>>> submitted = Future.future(promise -> tables.vertx.runOnContext(turn -> {
            batches.submit(like(404));
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
}
