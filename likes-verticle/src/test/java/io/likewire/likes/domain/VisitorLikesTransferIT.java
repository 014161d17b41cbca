package io.likewire.likes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.likewire.contracts.bus.Call;
import io.likewire.contracts.bus.Liker;
import io.likewire.likes.store.LikeTables;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class VisitorLikesTransferIT {
    private static final int PRODUCTS = 230;

    @AutoClose
    private final LikeTables tables =
            new LikeTables(LongStream.rangeClosed(1, PRODUCTS).toArray());

    private final Liker visitor = Liker.visitor(UUID.randomUUID());
    private final Liker account = Liker.account(7);
    private final List<BatchResult> committed = new ArrayList<>();
    private final LikeBatches batches =
            new LikeBatches(tables.vertx, tables.store, committed::add, product -> Future.succeededFuture());

    @Test
    void everyLikeMovesAndEachProductCountsOnce() {
        likeAll(visitor, 1, PRODUCTS);
        likeAll(account, 1, 10);
        committed.clear();
        takeOver();

        assertThat(tables.number("SELECT COUNT(*) FROM likes")).isEqualTo(PRODUCTS);
        assertThat(tables.number("SELECT COUNT(*) FROM likes WHERE liker = X'" + account + "'"))
                .isEqualTo(PRODUCTS);
        assertThat(tables.number("SELECT COUNT(*) FROM product WHERE likes <> 1"))
                .isZero();
        assertThat(committed)
                .flatMap(BatchResult::counts)
                .allSatisfy(change -> assertThat(change.count().likes()).isEqualTo(1));
    }

    @Test
    void againItChangesNothing() {
        likeAll(visitor, 1, 5);
        takeOver();
        committed.clear();
        takeOver();

        assertThat(committed).isEmpty();
        assertThat(tables.number("SELECT COUNT(*) FROM likes")).isEqualTo(5);
    }

    @Test
    void twoLoginsAtOnceDoNoHarm() {
        likeAll(visitor, 1, 50);
        onLoop(() -> Future.join(run(), run(), run()));

        assertThat(tables.number("SELECT COUNT(*) FROM likes")).isEqualTo(50);
        assertThat(tables.number("SELECT COUNT(*) FROM product WHERE id <= 50 AND likes <> 1"))
                .isZero();
    }

    private void takeOver() {
        onLoop(this::run);
    }

    private Future<Void> run() {
        Call call = Call.command(Duration.ofSeconds(30)).by(account);
        return new VisitorLikesTransfer(visitor, call, tables.store, batches).run();
    }

    private void likeAll(Liker liker, long from, long to) {
        onLoop(() -> Future.join(LongStream.rangeClosed(from, to)
                .mapToObj(id -> batches.submit(
                        LikeCommand.like(id, liker, UUID.randomUUID(), System.currentTimeMillis() + 30_000)))
                .toList()));
    }

    /** As in the verticle: everything on one event loop. */
    private <T> void onLoop(Supplier<Future<T>> work) {
        Future<T> done = Future.future(
                promise -> tables.vertx.runOnContext(loop -> work.get().onComplete(promise)));
        done.timeout(40, TimeUnit.SECONDS).await();
    }
}
